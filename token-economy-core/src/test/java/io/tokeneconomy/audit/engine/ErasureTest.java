package io.tokeneconomy.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.audit.PseudonymKey;
import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTest {

    private static final AccountId PERSON = Shop.ALICE;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Audit AUDIT = new Audit("support", "asked to be forgotten");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void aPersonIsGoneAndTheBooksStillStand(String kind) {
        try (LedgerStore store = open(kind);
                Shop shop = Shop.on(store)) {
            TokenEconomy economy = shop.economy;
            buyAndSpend(shop);
            long entries = entries(economy, PERSON).size();
            Totals after = economy.ledger().balanceAt(PERSON, NOON);

            AccountId pseudonym = economy.audit().erase(PERSON, Hosts.NAMES);

            assertThat(pseudonym).isEqualTo(Hosts.NAMES.pseudonym(PERSON));
            assertThat(entries(economy, PERSON)).isEmpty();
            assertThat(entries(economy, pseudonym)).hasSize((int) entries).allSatisfy(entry -> {
                assertThat(entry.details()).isEqualTo(Details.NONE);
                assertThat(entry.movement().effects().member()).isNull();
            });
            assertThat(economy.ledger().balanceAt(pseudonym, NOON)).isEqualTo(after);
            assertThat(orders(economy, PERSON)).isEmpty();
            assertThat(orders(economy, pseudonym)).hasSize(2);
            assertThat(customers(store)).allMatch(String::isEmpty);
            VerificationSummary verified = economy.audit().verifyAll(null, (result, soFar) -> {});
            assertThat(verified).isEqualTo(new VerificationSummary(1, entries, 0));
        }
    }

    @Test
    void noRowOfTheDatabaseNamesThePersonAnyMore() throws SQLException {
        try (LedgerStore store = open("sqlite");
                Shop shop = Shop.on(store)) {
            buyAndSpend(shop);
            assertThat(rows()).contains(PERSON.value()).contains("bobby").contains("private words");
            shop.economy.audit().erase(PERSON, Hosts.NAMES);
            assertThat(rows())
                    .doesNotContain(PERSON.value())
                    .doesNotContain("bobby")
                    .doesNotContain("private words");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void erasingAgainChangesNothing(String kind) {
        try (LedgerStore store = open(kind);
                Shop shop = Shop.on(store)) {
            buyAndSpend(shop);
            AccountId pseudonym = shop.economy.audit().erase(PERSON, Hosts.NAMES);
            List<LedgerEntry> erased = entries(shop.economy, pseudonym);
            assertThat(shop.economy.audit().erase(PERSON, Hosts.NAMES)).isEqualTo(pseudonym);
            assertThat(entries(shop.economy, pseudonym)).isEqualTo(erased);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void somebodyWhoOnlyEverBeganToBuyIsErasedToo(String kind) {
        try (LedgerStore store = open(kind);
                Shop shop = Shop.on(store)) {
            shop.begin();
            assertThat(orders(shop.economy, PERSON)).hasSize(1);
            AccountId pseudonym = shop.economy.audit().erase(PERSON, Hosts.NAMES);
            assertThat(orders(shop.economy, PERSON)).isEmpty();
            assertThat(orders(shop.economy, pseudonym)).hasSize(1);
            assertThat(customers(store)).allMatch(String::isEmpty);
        }
    }

    @Test
    void anAccountThatIsNotClosedIsLeftAsItIs() {
        try (LedgerStore store = open("memory");
                Shop shop = Shop.on(store)) {
            shop.paid();
            shop.economy.ledger().grant(PERSON, 1, IdempotencyKey.of("gift"));
            assertThatThrownBy(() -> shop.economy.audit().erase(PERSON, Hosts.NAMES))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("CLOSED");
            assertThat(entries(shop.economy, PERSON)).hasSize(1);
            assertThat(orders(shop.economy, PERSON)).hasSize(1);
        }
    }

    @Test
    void aPseudonymIsNotErasedAgain() {
        try (LedgerStore store = open("memory");
                Shop shop = Shop.on(store)) {
            AccountId pseudonym = Hosts.NAMES.pseudonym(PERSON);
            assertThat(PseudonymKey.isPseudonym(pseudonym)).isTrue();
            assertThat(PseudonymKey.isPseudonym(AccountId.of("erased-me"))).isFalse();
            assertThatThrownBy(() -> shop.economy.audit().erase(pseudonym, Hosts.NAMES))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    private static void buyAndSpend(Shop shop) {
        String session = shop.paid().id();
        shop.deliver("completed", session);
        shop.begin();
        TokenEconomy economy = shop.economy;
        Details words = new Details("ref", "private words", Map.of("prompt", "private words"));
        economy.ledger()
                .apply(Spend.of(PERSON, 10, IdempotencyKey.of("img-1"))
                        .by("bobby")
                        .withDetails(words))
                .orElseThrow();
        economy.ledger()
                .apply(new Closure(PERSON, IdempotencyKey.of("close-1"), AUDIT))
                .orElseThrow();
    }

    private LedgerStore open(String kind) {
        return kind.equals("memory")
                ? MemoryLedgerStore.create()
                : JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
    }

    private static List<LedgerEntry> entries(TokenEconomy economy, AccountId account) {
        return economy.ledger().statement(StatementQuery.of(account).limit(100)).entries();
    }

    private static List<Order> orders(TokenEconomy economy, AccountId account) {
        return economy.orders().list(new OrderQuery(account, null, null, 100)).items();
    }

    private static List<String> customers(LedgerStore store) {
        return Arrays.stream(PaymentMode.values())
                .map(mode -> new CustomerKey(PERSON, mode))
                .map(key -> store.read(Scope.NOTHING.customer(key))
                        .customer(key)
                        .map(known -> known.id())
                        .orElse(""))
                .toList();
    }

    /** Every column of every row of every table. */
    private String rows() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            assertThat(tables).contains("te_entry", "te_account", "te_order", "te_customer");
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
                    while (found.next()) {
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            text.append(found.getString(i)).append('\n');
                        }
                    }
                }
            }
        }
        return text.toString();
    }
}
