package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the ledger after each way of calling it; the table of docs/spring.md is what this test sees. */
class RollbackMatrixTest {

    private static final Path DOCS = Path.of("../docs/spring.md");
    private static final String BEGIN = "<!-- rollback matrix: written by RollbackMatrixTest -->\n";
    private static final String END = "<!-- end of rollback matrix -->\n";

    private static final Map<String, Booking> OPERATIONS = operations();

    private interface Booking {
        Outcome book(Ledger ledger, AccountId account, IdempotencyKey hold, IdempotencyKey key);
    }

    @Test
    void theTableOfTheDocumentationIsTrueWithJdbc() throws IOException {
        String seen;
        try (Host host = new Host(Host.Kind.JDBC)) {
            seen = Stream.concat(
                            Stream.of(head()), Stream.of(Attribute.values()).map(attribute -> row(host, attribute)))
                    .collect(Collectors.joining());
        }
        String docs = Files.readString(DOCS);
        if (Boolean.getBoolean("spring.matrix.write")) {
            docs = docs.substring(0, docs.indexOf(BEGIN) + BEGIN.length()) + seen + docs.substring(docs.indexOf(END));
            Files.writeString(DOCS, docs);
        }
        assertThat(docs).contains(BEGIN + seen + END);
    }

    /** Its transaction manager knows no savepoints with Hibernate. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "NESTED.*")
    void theTableOfTheDocumentationIsTrueWithJpa(Attribute attribute) throws IOException {
        try (Host host = new Host(Host.Kind.JPA)) {
            assertThat(Files.readString(DOCS)).contains(row(host, attribute));
        }
    }

    private static String head() {
        return "| called in | " + String.join(" | ", OPERATIONS.keySet()) + " |\n|---|"
                + "---|".repeat(OPERATIONS.size()) + "\n";
    }

    static String row(Host host, Attribute attribute) {
        String cells = OPERATIONS.keySet().stream()
                .map(operation -> cell(host, attribute, operation))
                .collect(Collectors.joining(" | "));
        return "| " + attribute.text() + " | " + cells + " |\n";
    }

    private static String cell(Host host, Attribute attribute, String operation) {
        String name = attribute + "-" + operation;
        AccountId account = AccountId.of(name);
        IdempotencyKey hold = IdempotencyKey.of(name + "-hold");
        IdempotencyKey key = IdempotencyKey.of(name + "-key");
        Ledger ledger = host.economy().ledger();
        ledger.grant(account, 100, IdempotencyKey.of(name + "-start")).orElseThrow();
        ledger.hold(account, 10, hold).orElseThrow();
        boolean refused = false;
        try {
            attribute.run(host.transactions(), () -> book(ledger, operation, account, hold, key));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("read-only");
            refused = true;
        }
        boolean booked = ledger.entry(key).isPresent();
        assertThat(told(host, key)).as(name + " is told as it stands").isEqualTo(booked);
        assertThat(ledger.verify(account)).as(name).isInstanceOf(Verification.Intact.class);
        assertThat(refused && booked).isFalse();
        return refused ? "refused" : booked ? "booked" : "–";
    }

    /** Inside it is seen at once, and nobody is told yet. */
    private static void book(
            Ledger ledger, String operation, AccountId account, IdempotencyKey hold, IdempotencyKey key) {
        Objects.requireNonNull(OPERATIONS.get(operation))
                .book(ledger, account, hold, key)
                .orElseThrow();
        assertThat(ledger.entry(key)).as("seen by whoever booked it").isPresent();
    }

    private static boolean told(Host host, IdempotencyKey key) {
        return host.told().stream()
                .filter(TokenEconomyEvent.Booked.class::isInstance)
                .map(TokenEconomyEvent.Booked.class::cast)
                .anyMatch(event -> event.entry().key().equals(key));
    }

    private static Map<String, Booking> operations() {
        Map<String, Booking> all = new LinkedHashMap<>();
        all.put("grant", (ledger, account, hold, key) -> ledger.grant(account, 5, key));
        all.put("spend", (ledger, account, hold, key) -> ledger.spend(account, 5, key));
        all.put("hold", (ledger, account, hold, key) -> ledger.hold(account, 5, key));
        all.put("capture", (ledger, account, hold, key) -> ledger.capture(account, hold, 5, key));
        all.put("release", (ledger, account, hold, key) -> ledger.release(account, hold, key));
        all.put(
                "transfer",
                (ledger, account, hold, key) ->
                        ledger.transfer(account, AccountId.of(account.value() + "-to"), 5, key));
        all.put(
                "bulk",
                (ledger, account, hold, key) ->
                        ledger.apply(List.of(Spend.of(account, 5, key))).get(0));
        return all;
    }
}
