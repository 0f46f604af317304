package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection in use by one thread, with the statements prepared on it. Closing gives it back to its owner. */
final class Session implements AutoCloseable {

    /** What a session's owner does with it afterwards. */
    interface Owner {
        void takeBack(Session session);
    }

    /** Sets a statement's parameters. */
    interface Binding {
        void bind(StatementParameters parameters) throws SQLException;
    }

    /** Reads one row. */
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Pattern TABLE = Pattern.compile(" FROM (\\w+)");

    private final Connection connection;
    private final Dialect dialect;
    private final Names names;
    private final Owner owner;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private boolean spoiled;
    private boolean inTransaction;
    private @Nullable Deadline deadline;

    Session(Connection connection, Dialect dialect, Names names, Owner owner) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
        this.owner = owner;
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    /** Whether it must not be used again; so also when it comes back with its transaction neither ended nor given up. */
    boolean spoiled() {
        return spoiled || inTransaction;
    }

    /** Says that nobody knows in what state the connection is; it will not be used again. */
    void spoil() {
        spoiled = true;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(names.in(sql));
        }
    }

    /** The first column of a query's only row. */
    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(names.in(sql))) {
            if (!found.next()) {
                throw new SQLException("no answer to " + sql);
            }
            return found.getString(1);
        }
    }

    /** Begins a transaction to write in. */
    void beginWriting(Deadline deadline) throws SQLException {
        this.deadline = deadline;
        begin(dialect.beginWriting(deadline));
    }

    /** The query, its rows locked in that order; in a transaction of the host's it waits as long as that is set to. */
    String locking(String select, String order) {
        String locking = dialect.locking(select, order);
        return deadline == null ? locking : dialect.waiting(locking, deadline);
    }

    /** Begins a transaction; when that fails, {@link #notBegun} says that there is none. */
    void begin(List<String> statements) throws SQLException {
        inTransaction = true;
        for (String sql : statements) {
            execute(sql);
        }
    }

    void notBegun() {
        inTransaction = false;
    }

    void commit() throws SQLException {
        execute("COMMIT");
        inTransaction = false;
    }

    void rollback() {
        try {
            execute("ROLLBACK");
            inTransaction = false;
        } catch (SQLException | RuntimeException e) {
            LOG.debug("rollback failed, the connection is given up", e);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(names.in(sql));
            statements.put(sql, known);
        }
        return known;
    }

    <T> List<T> query(String sql, Binding binding, Mapper<T> mapper) throws SQLException {
        PreparedStatement statement = prepare(sql);
        binding.bind(parameters(statement));
        List<T> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(map(new Row(found, dialect.textsAsBytes()), sql, mapper));
            }
        }
        return rows;
    }

    /** Whoever damaged a row, whatever that makes of our code: it is the data that is broken. */
    private static <T> T map(Row row, String sql, Mapper<T> mapper) throws SQLException {
        try {
            return mapper.map(row);
        } catch (RuntimeException e) {
            Matcher table = TABLE.matcher(sql);
            String name = table.find() ? table.group(1) : sql;
            throw StoreException.broken("a row of " + name + row.about() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Runs one statement; {@return how many rows it touched} */
    int update(String sql, Binding binding) throws SQLException {
        PreparedStatement statement = prepare(sql);
        binding.bind(parameters(statement));
        return statement.executeUpdate();
    }

    /** Collects rows for one statement, to be sent together; without those that an attempt that failed left there. */
    Batch batch(String sql) throws SQLException {
        PreparedStatement statement = prepare(sql);
        statement.clearBatch();
        return new Batch(statement, parameters(statement));
    }

    private StatementParameters parameters(PreparedStatement statement) {
        return new StatementParameters(statement, dialect.textsAsBytes());
    }

    void closeStatements() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    void closeConnection() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing a connection failed", e);
        }
    }

    @Override
    public void close() {
        owner.takeBack(this);
    }
}
