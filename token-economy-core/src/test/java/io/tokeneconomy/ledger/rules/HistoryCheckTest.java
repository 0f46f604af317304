package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Someone who recomputes the hashes after an alteration is still found by what does not add up. */
class HistoryCheckTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final PureLedger ledger = new PureLedger();

    HistoryCheckTest() {
        ledger.apply(Grant.of(ALICE, 10, IdempotencyKey.of("g")), NOW);
    }

    @Test
    void aBalanceThatDoesNotFollow() {
        expectBroken(spend(-4, 7, NOW, new Allocation(1, -4)), "balance");
    }

    @Test
    void allocationsThatDoNotAddUp() {
        expectBroken(spend(-4, 6, NOW, new Allocation(1, -3)), "totals are not those");
    }

    @Test
    void moreTakenFromALotThanIsLeft() {
        expectBroken(spend(-10, 0, NOW, new Allocation(1, -11)), "more from a lot");
        expectBroken(spend(-10, 0, NOW, new Allocation(1, -6), new Allocation(1, -5)), "more from a lot");
        expectBroken(spend(-4, 6, NOW, new Allocation(2, -4)), "more from a lot");
    }

    @Test
    void morePutIntoALotThanWasGranted() {
        expectBroken(entry(EntryType.GRANT, 4, 14, null, NOW, new Allocation(1, 4)), "puts more into it");
    }

    @Test
    void aCreditWithoutALotOfItsOwn() {
        expectBroken(entry(EntryType.GRANT, 4, 14, null, NOW, new Allocation(2, 4)), "puts more into it");
        expectBroken(entry(EntryType.GRANT, 4, 14, LotTerms.FREE, NOW, new Allocation(1, 4)), "puts more into it");
    }

    @Test
    void aDateBeforeTheEntryAhead() {
        expectBroken(spend(-4, 6, NOW.minusSeconds(1), new Allocation(1, -4)), "dated before");
    }

    @Test
    void anAccountThatIsNotWhereItsHistoryLeads() {
        Account right = ledger.account(ALICE);
        Digest other = Digest.ofHex("ab".repeat(32));
        List<Lot> bigger = List.of(new Lot(1, 11, 10, LotTerms.FREE));
        for (Account wrong : List.of(
                state(right.tip(), 11, right.lots()),
                state(new ChainTip(2, right.head(), NOW), 10, right.lots()),
                state(new ChainTip(1, other, NOW), 10, right.lots()),
                state(new ChainTip(1, right.head(), NOW.plusSeconds(1)), 10, right.lots()),
                state(right.tip(), 10, List.of()),
                state(right.tip(), 10, bigger))) {
            assertThat(PureLedger.verify(wrong, ledger.history(ALICE)))
                    .as(wrong.toString())
                    .isInstanceOfSatisfying(
                            Verification.Broken.class,
                            b -> assertThat(b.sequence()).isEqualTo(2));
        }
        assertThat(PureLedger.verify(right, ledger.history(ALICE)).intact()).isTrue();
    }

    private static Account state(ChainTip tip, long settled, List<Lot> lots) {
        return new Account(
                ALICE,
                Salts.of(ALICE),
                tip,
                new Totals(settled, 0, 0),
                lots,
                List.of(),
                AccountSettings.DEFAULT,
                Counters.NONE);
    }

    private void expectBroken(LedgerEntry second, String reason) {
        HistoryCheck check = new HistoryCheck(ledger.account(ALICE));
        assertThat(check.accept(ledger.history(ALICE).get(0))).isTrue();
        assertThat(check.accept(second)).isFalse();
        assertThat(check.accept(second)).isFalse();
        assertThat(check.finish(ledger.account(ALICE))).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(2);
            assertThat(broken.reason()).contains(reason);
        });
    }

    private LedgerEntry spend(long amount, long balanceAfter, Instant at, Allocation... allocations) {
        return entry(EntryType.SPEND, amount, balanceAfter, null, at, allocations);
    }

    /** An entry whose hashes are right. */
    private LedgerEntry entry(
            EntryType type, long amount, long after, @Nullable LotTerms terms, Instant at, Allocation... allocations) {
        Effects effects = Effects.of(List.of(allocations));
        Movement movement =
                new Movement(type, amount, new Totals(after, 0, 0), terms == null ? effects : effects.opening(terms));
        LedgerEntry draft = entry(movement, at, new Seal(Digest.ZERO, Digest.ZERO, null));
        Digest hash = Chain.hash(ledger.account(ALICE).head(), draft, Chain.personal(draft, Salts.of(ALICE)));
        return entry(movement, at, new Seal(Digest.ZERO, hash, null));
    }

    private static LedgerEntry entry(Movement movement, Instant at, Seal seal) {
        return new LedgerEntry(ALICE, 2, at, IdempotencyKey.of("k"), movement, Details.NONE, null, seal);
    }
}
