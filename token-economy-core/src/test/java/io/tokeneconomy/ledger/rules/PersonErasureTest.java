package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making an account nobody's. */
class PersonErasureTest extends RulesFixture {

    @Test
    void onlyAClosedAccountCanBeErased() {
        granted(10, "g");
        assertThatThrownBy(() -> new PersonErasure(ALICE, Erased.PSEUDONYM).erase(alice()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("CLOSED, before it can be erased");
    }

    @Test
    void membersWithALimitOfTheirOwnAreErasedToo() {
        granted(10, "g");
        limited(
                "c",
                SpendLimit.ofMember("mallory", Period.DAY, 5),
                SpendLimit.ofEachMember(Period.DAY, 6),
                SpendLimit.ofMember("mallory", Period.MONTH, 7),
                SpendLimit.ofAccount(Period.DAY, 8));
        book(spend(1, "s").by("mallory").withDescription("for mallory"));
        Erased erased = Erased.of(ledger, ALICE);
        assertThat(erased.history().toString()).doesNotContain("mallory", "alice");
        assertThat(verify(erased.account(), erased.history()).intact()).isTrue();
    }

    @Test
    void aRefundThatComesAfterwardsIsBookedAndVerifies() {
        granted(10, "g");
        Erased erased = Erased.of(ledger, ALICE);
        PureLedger after = PureLedger.of(erased.account(), erased.history());
        LedgerEntry entry = after.apply(
                        new Clawback(
                                Erased.PSEUDONYM,
                                key("g"),
                                4,
                                key("refund"),
                                ClawbackPolicy.DEBT,
                                Details.NONE.withReference("re_1")),
                        now)
                .orElseThrow();
        assertThat(entry.sequence()).isEqualTo(3);
        List<LedgerEntry> history = after.history(Erased.PSEUDONYM);
        assertThat(verify(after.account(Erased.PSEUDONYM), history).intact()).isTrue();
        assertThat(Erased.of(after, Erased.PSEUDONYM))
                .satisfies(twice -> assertThat(
                                verify(twice.account(), twice.history()).intact())
                        .isTrue());
    }

    @Test
    void meteredUseThatDidNotFillATokenVerifiesToo() {
        granted(10, "g");
        book(MeteredSpend.of(ALICE, "m", 1, new MeterRate(1, 2), key("m")));
        Erased erased = Erased.of(ledger, ALICE);
        assertThat(verify(erased.account(), erased.history()).intact()).isTrue();
    }

    @Test
    void whatAnErasedAccountDidNotCountIsFound() {
        granted(10, "g");
        Erased erased = Erased.of(ledger, ALICE);
        Account right = erased.account();
        Account wrong = new Account(
                right.id(),
                right.salt(),
                right.tip(),
                right.totals(),
                right.lots(),
                right.holds(),
                right.settings(),
                new Counters(List.of(), Map.of("m", new Remainder(1, 2))));
        assertThat(verify(wrong, erased.history()).intact()).isFalse();
        assertThat(verify(right, erased.history()).intact()).isTrue();
    }

    @Test
    void anErasedEntryInAnAccountThatIsNotErasedIsFound() {
        granted(10, "g");
        Erased erased = Erased.of(ledger, ALICE);
        LedgerEntry first = ledger.history(ALICE).get(0);
        Digest personal = erased.history().get(0).seal().erased();
        LedgerEntry hidden =
                first.sealed(new Seal(first.seal().fingerprint(), first.seal().hash(), personal));
        List<LedgerEntry> history = new ArrayList<>(ledger.history(ALICE));
        history.set(0, hidden);
        assertThat(verify(alice(), history)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(1);
            assertThat(broken.reason()).contains("its account is not");
        });
    }

    private static Verification verify(Account account, List<LedgerEntry> history) {
        return PureLedger.verify(account, history);
    }
}
