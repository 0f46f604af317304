package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.contender.firestore.FirestoreSingle;
import io.tokeneconomy.example.benchmark.contender.jpa.TextbookJpa;
import io.tokeneconomy.example.benchmark.contender.ours.OursInMemory;
import io.tokeneconomy.example.benchmark.contender.ours.OursOnFirestore;
import io.tokeneconomy.example.benchmark.contender.ours.OursOnPool;
import io.tokeneconomy.example.benchmark.contender.ours.OursOnSqlite;
import io.tokeneconomy.example.benchmark.contender.sql.Floor;
import io.tokeneconomy.example.benchmark.contender.sql.PlainJdbc;
import io.tokeneconomy.example.benchmark.contender.sql.SqliteSingle;
import io.tokeneconomy.example.benchmark.database.Database;
import io.tokeneconomy.example.benchmark.database.FirestoreEmulator;
import io.tokeneconomy.example.benchmark.database.H2Files;
import io.tokeneconomy.example.benchmark.database.MariaServer;
import io.tokeneconomy.example.benchmark.database.MemoryDatabase;
import io.tokeneconomy.example.benchmark.database.PostgresServer;
import io.tokeneconomy.example.benchmark.database.SqliteFiles;
import io.tokeneconomy.example.benchmark.report.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** All stores. */
final class Stages {

    private static final String OURS = Summary.OURS;

    static final List<Stage> ALL = List.of(
            server("postgresql", PostgresServer::new),
            server("mariadb", MariaServer::new),
            server("h2", H2Files::new),
            new Stage(
                    "sqlite",
                    SqliteFiles::new,
                    List.of(new Entrant(OURS, OursOnSqlite.class), new Entrant("single", SqliteSingle.class))),
            new Stage(
                    "firestore",
                    FirestoreEmulator::new,
                    List.of(new Entrant(OURS, OursOnFirestore.class), new Entrant("single", FirestoreSingle.class))),
            new Stage("memory", folder -> new MemoryDatabase(), List.of(new Entrant(OURS, OursInMemory.class))));

    private Stages() {}

    private static Stage server(String name, Function<Path, Database> database) {
        return new Stage(
                name,
                database,
                List.of(
                        new Entrant(OURS, OursOnPool.class),
                        new Entrant("jpa", TextbookJpa.class),
                        new Entrant("jdbc", PlainJdbc.class),
                        new Entrant("floor", Floor.class)));
    }
}
