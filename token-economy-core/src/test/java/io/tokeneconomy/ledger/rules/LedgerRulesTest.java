package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules at their edges, one example each. */
class LedgerRulesTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Instant END = NOW.plusSeconds(60);

    private final PureLedger ledger = new PureLedger();

    @Test
    void tokensAreGoneExactlyAtTheirExpiry() {
        ledger.apply(grant(10, "g").expiring(END), NOW);
        assertThat(LedgerRules.balance(ledger.account(ALICE), END.minusNanos(1)))
                .isEqualTo(new Balance(10, 0, 10, 0, 0, 0, 10, 10, END));
        assertThat(LedgerRules.balance(ledger.account(ALICE), END))
                .isEqualTo(new Balance(0, 0, 0, 0, 0, 0, 0, 0, null));
        assertThat(ledger.apply(spend(1, "late"), END)).isEqualTo(new Outcome.Insufficient(ALICE, 0, 1));
        assertThat(ledger.apply(spend(1, "in time"), END.minusNanos(1))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aRefusalDoesNotEvenBookTheExpiries() {
        ledger.apply(grant(10, "g").expiring(END), NOW);
        ledger.apply(spend(1, "late"), END);
        assertThat(ledger.history(ALICE)).hasSize(1);
    }

    @Test
    void theNextBookingBooksTheExpiriesFirst() {
        ledger.apply(grant(10, "g").expiring(END), NOW);
        ledger.apply(grant(5, "h"), END);
        assertThat(ledger.history(ALICE))
                .extracting(LedgerEntry::type)
                .containsExactly(EntryType.GRANT, EntryType.EXPIRE, EntryType.GRANT);
        assertThat(ledger.history(ALICE)).extracting(LedgerEntry::balanceAfter).containsExactly(10L, 0L, 5L);
    }

    @Test
    void aGrantMayNotBeExpiredAlready() {
        assertThatThrownBy(() -> ledger.apply(grant(10, "g").expiring(NOW), NOW))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expiresAt");
    }

    @Test
    void aGrantThatExpiredSinceIsStillReplayed() {
        Grant grant = grant(10, "g").expiring(END);
        ledger.apply(grant, NOW);
        assertThat(ledger.apply(grant, END.plus(Duration.ofDays(1)))).isInstanceOf(Outcome.Replayed.class);
    }

    @Test
    void anAccountHoldsAtMostTheLargestBalance() {
        long room = 5;
        long almost = LedgerLimits.MAX_BALANCE - room;
        PureLedger full = PureLedger.with(new Account(
                ALICE,
                Salts.of(ALICE),
                new ChainTip(1, Digest.ZERO, NOW),
                new Totals(almost, 0, 0),
                List.of(new Lot(1, LedgerLimits.MAX_BALANCE, almost, LotTerms.FREE)),
                List.of(),
                AccountSettings.DEFAULT,
                Counters.NONE));
        assertThat(full.apply(grant(room + 1, "too much"), NOW))
                .isEqualTo(new Outcome.OverLimit(ALICE, almost, room + 1));
        full.apply(grant(room, "fits"), NOW).orElseThrow();
        assertThat(full.account(ALICE).balance()).isEqualTo(LedgerLimits.MAX_BALANCE);
    }

    @Test
    void everyTokenCanBeSpentAndNotOneMore() {
        ledger.apply(grant(10, "g"), NOW);
        assertThat(ledger.apply(spend(11, "s1"), NOW)).isEqualTo(new Outcome.Insufficient(ALICE, 10, 11));
        assertThat(ledger.apply(spend(10, "s2"), NOW)).isInstanceOf(Outcome.Applied.class);
        assertThat(ledger.account(ALICE).lots()).isEmpty();
    }

    @Test
    void anEntryIsNeverDatedBeforeTheOneAheadOfIt() {
        ledger.apply(grant(10, "g"), NOW);
        ledger.apply(spend(1, "s"), NOW.minusSeconds(5));
        assertThat(ledger.history(ALICE)).extracting(LedgerEntry::at).containsExactly(NOW, NOW);
    }

    @Test
    void timesBeyondNanosecondArithmeticAreKept() {
        Instant far = Instant.parse("9999-12-31T23:59:59.999999Z");
        ledger.apply(grant(10, "g").expiring(far), NOW);
        assertThat(ledger.account(ALICE).lots().get(0).terms().expiresAt()).isEqualTo(far);
        assertThatThrownBy(() -> grant(10, "h").expiring(far.plusNanos(1_000)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> grant(10, "h").expiring(Instant.MAX)).isInstanceOf(InvalidValueException.class);
    }

    private static Grant grant(long amount, String key) {
        return Grant.of(ALICE, amount, IdempotencyKey.of(key.replace(' ', '-')));
    }

    private static Spend spend(long amount, String key) {
        return Spend.of(ALICE, amount, IdempotencyKey.of(key.replace(' ', '-')));
    }
}
