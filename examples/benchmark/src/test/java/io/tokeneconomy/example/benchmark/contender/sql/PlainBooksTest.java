package io.tokeneconomy.example.benchmark.contender.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PlainBooksTest {

    @TempDir
    private Path folder;

    private String url;
    private SqliteSingle contender;

    @BeforeEach
    void spendTwice() {
        url = "jdbc:sqlite:" + folder.resolve("tokens.db");
        contender = new SqliteSingle(new Place(url, false));
        contender.open(List.of("a", "b"), 10);
        assertThat(contender.spend("a", "k1")).isEqualTo(Answer.BOOKED);
        assertThat(contender.spend("a", "k2")).isEqualTo(Answer.BOOKED);
    }

    @AfterEach
    void close() {
        contender.close();
    }

    private void meddle(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private List<String> faults() {
        return contender.books(List.of("a", "b")).faults();
    }

    @Test
    void booksInOrderHaveNoFaults() {
        assertThat(contender.books(List.of("a", "b")).spends()).isEqualTo(2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void anEntryThatIsGoneIsFound() throws SQLException {
        meddle("DELETE FROM entry WHERE operation_key = 'k1'");
        assertThat(contender.books(List.of("a", "b")).spends()).isEqualTo(1);
        assertThat(faults()).containsExactly("the balance of a is 8, the sum of its entries is 9");
    }

    @Test
    void aBalanceThatMovedAloneIsFound() throws SQLException {
        meddle("UPDATE account SET balance = balance + 1 WHERE id = 'b'");
        assertThat(faults()).containsExactly("the balance of b is 11, the sum of its entries is 10");
    }

    @Test
    void anEntryOfNoAccountIsFound() throws SQLException {
        meddle("INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at)"
                + " VALUES ('k3', 'c', -1, 0, 0)");
        assertThat(faults()).containsExactly("the balance of c is 0, the sum of its entries is -1");
    }
}
