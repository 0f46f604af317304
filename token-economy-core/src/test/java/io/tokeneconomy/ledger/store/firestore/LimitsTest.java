package io.tokeneconomy.ledger.store.firestore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.firestore.v1.Precondition;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.Verifier;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Firestore's limits, and that the ledger's own stay below them. */
class LimitsTest extends FirestoreTest {

    private static final LedgerEntry FIRST = Samples.entry(ALICE, 1, "k");

    @Test
    void anAccountWithAllTheLotsAndHoldsItMayHaveFits() {
        Account full = full(1);
        write(full);
        assertThat(books.account(ALICE)).isEqualTo(full);
    }

    @Test
    void anAccountBeyondADocumentIsRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> write(full(20))).isInstanceOfSatisfying(StoreException.class, LimitsTest::isFinal);
        assertThat(books.account(ALICE).sequence()).isZero();
        assertThat(books.history(ALICE)).isEmpty();
    }

    @Test
    void anUpdateBeyondARequestIsRefusedAndNothingIsWritten() {
        List<AccountId> many =
                IntStream.range(0, 300).mapToObj(i -> AccountId.of("a" + i)).toList();
        List<LedgerEntry> entries = many.stream()
                .map(id -> Samples.entry(id, 1, id.value(), Samples.crediting(1), Samples.fullDetails(), null))
                .toList();
        assertThatThrownBy(() -> store.update(
                        Scope.of(many, List.of()),
                        before -> Changes.none("")
                                .booking(
                                        entries.stream()
                                                .map(entry -> Samples.after(entry, List.of()))
                                                .toList(),
                                        entries)))
                .isInstanceOfSatisfying(StoreException.class, LimitsTest::isFinal)
                .hasMessageContaining("10485760");
        assertThat(books.account(many.get(0)).sequence()).isZero();
    }

    @Test
    void whatIsNoDocumentOfOursIsToldByName() {
        apply(grant(ALICE, 1, "k"));
        Rpc rpc = Rpc.connect(client.getOptions(), Duration.ofSeconds(10));
        String document = new Layout(rpc, options.collections()).account(ALICE);
        rpc.commit(rpc.commitRequest(
                List.of(Writes.put(document, new Fields().number("user_id", 7), Precondition.getDefaultInstance())),
                ByteString.EMPTY));
        rpc.close();
        assertThatThrownBy(() -> books.account(ALICE))
                .isInstanceOfSatisfying(StoreException.class, LimitsTest::isFinal)
                .hasMessageContaining(document);
    }

    @Test
    void anEntryWhoseKeyWasMadeFreeAgainIsToldByName() throws Exception {
        apply(grant(ALICE, 1, "k"));
        try (Databases direct = new Databases("tests")) {
            var transactions = direct.client().collection(options.collections().transactions());
            var entry = transactions.document(Layout.entryName(IdempotencyKey.of("k")));
            transactions
                    .document("elsewhere")
                    .set(requireNonNull(entry.get().get().getData()))
                    .get();
            entry.delete().get();
        }
        expectBroken("elsewhere");
    }

    @Test
    void aNumberTooLargeIsDamage() throws Exception {
        apply(grant(ALICE, 1, "k"));
        try (Databases direct = new Databases("tests")) {
            direct.client()
                    .collection(options.collections().transactions())
                    .document(Layout.entryName(IdempotencyKey.of("k")))
                    .update("opens.priority", 1L << 40)
                    .get();
        }
        expectBroken("damaged");
    }

    private void expectBroken(String why) {
        assertThat(new Verifier(store, ALICE).verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(1);
            assertThat(broken.reason()).contains(why);
        });
    }

    private void write(Account account) {
        store.update(Scope.NOTHING.account(ALICE), before -> Changes.none("").booking(account, List.of(FIRST)));
    }

    /** As many lots and holds as allowed, each hold from so many lots; the longest keys and members. */
    private static Account full(int partsOfAHold) {
        LotTerms terms = new LotTerms(Samples.LAST_TIME, 7, LotTerms.FREE.funding());
        List<Lot> lots = LongStream.rangeClosed(1, LedgerLimits.MAX_LOTS)
                .mapToObj(number -> new Lot(number, 9, 9, terms))
                .toList();
        List<Hold> holds = LongStream.rangeClosed(1, LedgerLimits.MAX_HOLDS)
                .mapToObj(number -> new Hold(
                        number,
                        new IdempotencyKey("x".repeat(LedgerLimits.MAX_KEY - 4) + (1_000 + number)),
                        Samples.NOW,
                        Samples.LAST_TIME,
                        "m".repeat(LedgerLimits.MAX_ACCOUNT_ID),
                        lots.subList(0, partsOfAHold)))
                .toList();
        Account plain = Samples.after(FIRST, lots);
        return new Account(
                plain.id(),
                plain.salt(),
                plain.tip(),
                plain.totals(),
                plain.lots(),
                holds,
                plain.settings(),
                plain.counters());
    }

    private static void isFinal(StoreException e) {
        assertThat(e.retryable()).isFalse();
        assertThat(e.outcomeUnknown()).isFalse();
    }
}
