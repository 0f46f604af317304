package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.ExportFormat;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class ExportTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Ledger ledger = new LedgerEngine(store, () -> Samples.NOW, entry -> {});

    @Property(tries = 100)
    @Domain(Lives.class)
    void jsonHoldsEverythingOfEveryEntry(@ForAll List<Lives.Move> moves) throws IOException {
        LedgerStore lived = MemoryLedgerStore.create();
        Lives lives = new Lives("x", lived).live(moves);
        StringBuilder json = new StringBuilder();
        long written =
                new LedgerEngine(lived, lives::now, entry -> {}).exportAll(EntryFilter.ALL, ExportFormat.NDJSON, json);

        List<LedgerEntry> expected = new ArrayList<>();
        lives.accounts().forEach(account -> expected.addAll(new Bookkeeper(lived).history(account)));
        assertThat(json.toString().lines().map(ExportedJson::entry)).isEqualTo(expected);
        assertThat(written).isEqualTo(expected.size());
    }

    @Property(tries = 100)
    @Domain(Lives.class)
    void csvHasAFieldForEveryColumnOfEveryEntry(@ForAll List<Lives.Move> moves) throws IOException {
        LedgerStore lived = MemoryLedgerStore.create();
        Lives lives = new Lives("=x", lived).live(moves);
        StringBuilder text = new StringBuilder();
        new LedgerEngine(lived, lives::now, entry -> {}).exportAll(EntryFilter.ALL, ExportFormat.CSV, text);

        List<List<String>> lines = Csv.read(text.toString());
        List<LedgerEntry> expected = new ArrayList<>();
        lives.accounts().forEach(account -> expected.addAll(new Bookkeeper(lived).history(account)));
        assertThat(lines).hasSize(expected.size() + 1);
        int columns = lines.get(0).size();
        for (int i = 0; i < expected.size(); i++) {
            List<String> line = lines.get(i + 1);
            LedgerEntry entry = expected.get(i);
            assertThat(line).hasSize(columns).noneMatch(field -> field.startsWith("="));
            assertThat(line.get(0)).isEqualTo("'" + entry.account());
            assertThat(line.get(4)).isEqualTo(String.valueOf(entry.amount()));
            assertThat(line.get(columns - 1)).isEqualTo(entry.seal().hash().hex());
        }
    }

    @Test
    void theCsvOfASpendIsAsDocumented() throws IOException {
        ledger.grant(ALICE, 10, key("gift"));
        ledger.apply(Spend.of(ALICE, 4, key("img")).by("bob").withDetails(new Details("r", "d", Map.of("a", "b"))));
        List<List<String>> lines = Csv.read(csv(ALICE, EntryFilter.ALL.ofTypes(EntryType.SPEND)));

        assertThat(lines).hasSize(2);
        assertThat(String.join(",", lines.get(0))).isEqualTo(CsvFormat.COLUMNS);
        assertThat(lines.get(1).subList(0, 30))
                .containsExactly(
                        "alice",
                        "2",
                        "2026-11-22T10:15:30.123456Z",
                        "SPEND",
                        "-4",
                        "6",
                        "0",
                        "0",
                        "img",
                        "r",
                        "d",
                        "bob",
                        "1:-4",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "{\"a\":\"b\"}");
    }

    @Test
    void nothingFromOutsideBecomesAFormulaOrLeavesItsField() throws IOException {
        List<String> attacks = List.of(
                "=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(1)", "'quoted", "\uff1d1+1", "a\",\"b", "\"", ",", "x=1");
        for (String attack : attacks) {
            Details details = Details.NONE.withDescription(attack);
            ledger.apply(Grant.of(ALICE, 1, key("k" + attacks.indexOf(attack))).withDetails(details));
        }
        List<List<String>> lines = Csv.read(csv(ALICE, EntryFilter.ALL));
        for (int i = 0; i < attacks.size(); i++) {
            String field = lines.get(i + 1).get(10);
            assertThat(field).doesNotContainPattern("^[=+\\-@\uff1d]");
            assertThat(field.startsWith("'") ? field.substring(1) : field).isEqualTo(attacks.get(i));
        }
    }

    @Test
    void hostileTextSurvivesBoth() throws IOException {
        Details details = Samples.fullDetails();
        ledger.apply(Grant.of(ALICE, 1, key("k")).withDetails(details));
        LedgerEntry entry = ledger.entry(key("k")).orElseThrow();

        assertThat(ExportedJson.entry(json(ALICE))).isEqualTo(entry);
        String field = Csv.read(csv(ALICE, EntryFilter.ALL)).get(1).get(10);
        assertThat(field.substring(1)).isEqualTo(details.description());
    }

    @Test
    void settingsAreExported() throws IOException {
        AccountSettings settings = AccountSettings.DEFAULT
                .withOverdraftLimit(9)
                .withSpendLimits(List.of(SpendLimit.ofMember("bob", Period.DAY, 5)));
        ledger.apply(new Configuration(ALICE, settings, key("c"), new Audit("tester", "why")));
        assertThat(ExportedJson.entry(json(ALICE)))
                .isEqualTo(ledger.entry(key("c")).orElseThrow());
    }

    @Test
    void oneAccountIsExportedWithoutTheOthersAndNothingIsAnEmptyExport() throws IOException {
        ledger.grant(BOB, 1, key("bob"));
        assertThat(json(ALICE)).isEmpty();
        assertThat(csv(ALICE, EntryFilter.ALL)).isEqualTo(CsvFormat.COLUMNS + "\r\n");
    }

    @Test
    void aLongHistoryIsWrittenPageByPage() throws IOException {
        LongLife.live(store, ALICE, 20_000);
        CountedStore counted = new CountedStore(store);
        Lines lines = new Lines();
        long written = new LedgerEngine(counted.store(), () -> Samples.NOW, entry -> {})
                .export(ALICE, EntryFilter.ALL, ExportFormat.NDJSON, lines);
        assertThat(written).isGreaterThan(20_000).isEqualTo(lines.count);
        assertThat(counted.largest()).isLessThanOrEqualTo(500);
    }

    @Test
    void entriesBookedMeanwhileAreLeftOut() throws IOException {
        LongLife.live(store, ALICE, 600);
        long before = ledger.statement(ALICE, 1, null).entries().get(0).sequence();
        Writer late = new Lines() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                super.write(text, from, length);
                ledger.grant(ALICE, 1, key("late-" + count));
            }
        };
        assertThat(ledger.export(ALICE, EntryFilter.ALL, ExportFormat.NDJSON, late))
                .isEqualTo(before);
    }

    @Test
    void whatTheStreamThrowsIsThrownOn() {
        ledger.grant(ALICE, 1, key("k"));
        Writer full = new Lines() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> ledger.export(ALICE, EntryFilter.ALL, ExportFormat.CSV, full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    private String csv(AccountId account, EntryFilter filter) throws IOException {
        StringBuilder text = new StringBuilder();
        ledger.export(account, filter, ExportFormat.CSV, text);
        return text.toString();
    }

    private String json(AccountId account) throws IOException {
        StringBuilder text = new StringBuilder();
        ledger.export(account, EntryFilter.ALL, ExportFormat.NDJSON, text);
        return text.toString();
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }

    /** Keeps nothing but the number of lines. */
    private static class Lines extends Writer {

        long count;

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                count += text[i] == '\n' ? 1 : 0;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
