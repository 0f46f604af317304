package io.tokeneconomy.example.benchmark.contender.sql;

import io.tokeneconomy.example.benchmark.contender.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL kept beside the code, by database; statements stand in paragraphs of their own. */
public final class SqlScript {

    private SqlScript() {}

    /** Runs all statements of the script that this database has under that name. */
    public static void run(Connection connection, Place place, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : text(place, name).split("\n\n", -1)) {
                statement.execute(sql);
            }
        }
    }

    /** {@return the script that this database has under that name} */
    static String text(Place place, String name) {
        String file = place.after("jdbc:").split(":", 2)[0] + "/" + name + ".sql";
        try (InputStream script = SqlScript.class.getResourceAsStream(file)) {
            if (script == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
