package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A ledger of the pure rules at a time that stands still until a test moves it, and short words to use it. */
abstract class RulesFixture {

    static final AccountId ALICE = AccountId.of("alice");
    static final AccountId BOB = AccountId.of("bob");
    static final Audit AUDIT = new Audit("eve", "by hand");
    static final Instant START = Instant.parse("2026-11-22T10:15:30Z");

    PureLedger ledger = new PureLedger();
    Instant now = START;

    /** Whatever a test does: the histories check, unless it began with states of its own. */
    @AfterEach
    void historiesCheck() {
        for (AccountId id : List.of(ALICE, BOB)) {
            List<LedgerEntry> history = ledger.history(id);
            if (!history.isEmpty() && history.get(0).sequence() == 1) {
                assertThat(PureLedger.verify(ledger.account(id), history)).isInstanceOf(Verification.Intact.class);
            }
        }
    }

    final Outcome ask(Operation operation) {
        return ledger.apply(operation, now);
    }

    final LedgerEntry book(Operation operation) {
        return ask(operation).orElseThrow();
    }

    final LedgerEntry granted(long amount, String key) {
        return book(grant(amount, key));
    }

    final LedgerEntry configured(AccountSettings settings, String key) {
        return book(new Configuration(ALICE, settings, key(key), AUDIT));
    }

    final LedgerEntry limited(String key, SpendLimit... limits) {
        return configured(AccountSettings.DEFAULT.withSpendLimits(List.of(limits)), key);
    }

    final LedgerEntry blocked() {
        return configured(AccountSettings.DEFAULT.withStatus(AccountStatus.BLOCKED), "block");
    }

    final LedgerEntry closed() {
        return book(new Closure(ALICE, key("close"), AUDIT));
    }

    final void later(Duration time) {
        now = now.plus(time);
    }

    final Account alice() {
        return ledger.account(ALICE);
    }

    final Balance balance() {
        return LedgerRules.balance(alice(), now);
    }

    final List<EntryType> types() {
        return ledger.history(ALICE).stream().map(LedgerEntry::type).toList();
    }

    /** Settled, held, available, debt. */
    final void expectBalance(long settled, long held, long available, long debt) {
        Balance balance = balance();
        assertThat(List.of(balance.settled(), balance.held(), balance.available(), balance.debt()))
                .as("settled, held, available, debt")
                .containsExactly(settled, held, available, debt);
    }

    static Grant grant(long amount, String key) {
        return Grant.of(ALICE, amount, key(key));
    }

    static Spend spend(long amount, String key) {
        return Spend.of(ALICE, amount, key(key));
    }

    static PlaceHold hold(long amount, String key) {
        return PlaceHold.of(ALICE, amount, key(key));
    }

    static Capture capture(String hold, long amount, String key) {
        return Capture.of(ALICE, key(hold), amount, key(key));
    }

    static Release release(String hold, String key) {
        return Release.of(ALICE, key(hold), key(key));
    }

    static Clawback clawback(String source, long amount, String key, ClawbackPolicy policy) {
        return new Clawback(ALICE, key(source), amount, key(key), policy, Details.NONE);
    }

    static AccountSettings overdraft(long limit) {
        return AccountSettings.DEFAULT.withOverdraftLimit(limit);
    }

    static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value.replace(' ', '-'));
    }
}
