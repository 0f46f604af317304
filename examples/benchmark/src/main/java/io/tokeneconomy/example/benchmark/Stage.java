package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.database.Database;
import io.tokeneconomy.example.benchmark.report.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A store with all who compete on it.
 *
 * @param name its name in options and output
 * @param database starts the database, given a folder for its files
 * @param entrants who competes, in the order they run
 */
public record Stage(String name, Function<Path, Database> database, List<Entrant> entrants) {

    /** Copies the entrants. */
    public Stage {
        entrants = List.copyOf(entrants);
    }

    /** {@return this stage with only those} */
    Stage with(List<String> names) {
        return new Stage(
                name,
                database,
                entrants.stream()
                        .filter(entrant -> names.contains(entrant.name()))
                        .toList());
    }

    /** {@return ours, if it competes} */
    Optional<Entrant> ours() {
        return entrants.stream()
                .filter(entrant -> entrant.name().equals(Summary.OURS))
                .findAny();
    }

    @Override
    public String toString() {
        return name;
    }
}
