package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Verification;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** An erased history still verifies, and nothing in it, nor anywhere else, tells whose it was. */
@Domain(Histories.class)
class PersonErasurePropertiesTest {

    private static final int TRIES = 1_000;
    private static final String NAME = "h";
    private static final AccountId ACCOUNT = Histories.accounts(NAME).get(0);
    private static final AccountId OTHER = Histories.accounts(NAME).get(1);

    @Property(tries = TRIES)
    void itStillVerifies(@ForAll List<Step> steps) {
        Erased erased = Erased.of(ledger(steps), ACCOUNT);
        assertThat(PureLedger.verify(erased.account(), erased.history()))
                .isEqualTo(new Verification.Intact(
                        Erased.PSEUDONYM,
                        erased.before().sequence(),
                        erased.before().head()));
    }

    @Property(tries = TRIES)
    void nothingPersonalIsLeft(@ForAll List<Step> steps) {
        Erased erased = Erased.of(ledger(steps), ACCOUNT);
        assertThat(erased.account() + " " + erased.history())
                .doesNotContain(ACCOUNT.value(), "-lee", "cus_", "img-", "quoted", "model", "eve", "a test")
                .doesNotContain(erased.before().salt().hex());
    }

    @Property(tries = TRIES)
    void amountsTimesKeysAndSalesAreLeft(@ForAll List<Step> steps) {
        Erased erased = Erased.of(ledger(steps), ACCOUNT);
        assertThat(erased.history()).hasSameSizeAs(erased.original());
        for (int i = 0; i < erased.history().size(); i++) {
            LedgerEntry before = erased.original().get(i);
            LedgerEntry after = erased.history().get(i);
            assertThat(after.amount()).isEqualTo(before.amount());
            assertThat(after.movement().after()).isEqualTo(before.movement().after());
            assertThat(after.at()).isEqualTo(before.at());
            assertThat(after.key()).isEqualTo(before.key());
            assertThat(after.seal().hash()).isEqualTo(before.seal().hash());
            assertThat(after.purchase() == null).isEqualTo(before.purchase() == null);
        }
    }

    /** Whoever guesses the person and knows everything that is left still cannot tell whether he is right. */
    @Property(tries = TRIES)
    void noDigestThatIsLeftCanBeFoundWithoutTheSalt(@ForAll List<Step> steps) {
        Erased erased = Erased.of(ledger(steps), ACCOUNT);
        for (int i = 0; i < erased.history().size(); i++) {
            LedgerEntry guessed = erased.original().get(i);
            Digest left = erased.history().get(i).seal().erased();
            assertThat(left).isEqualTo(Chain.personal(guessed, erased.before().salt()));
            assertThat(left).isNotEqualTo(Chain.personal(guessed, Digest.ZERO));
            assertThat(left).isNotEqualTo(Chain.personal(guessed, Salts.of(OTHER)));
        }
    }

    /** So nothing there lets anybody try out names. */
    @Property(tries = TRIES)
    void theHistoryOfAnotherAccountDoesNotDependOnItsName(@ForAll List<Step> steps) {
        AccountId renamed = AccountId.of("somebody else");
        PureLedger one = new PureLedger(Salts::of);
        PureLedger two = new PureLedger(id -> Salts.of(id.equals(renamed) ? ACCOUNT : id));
        one.applyAll(Histories.requests(new Requests(NAME, List.of(ACCOUNT, OTHER)), steps));
        two.applyAll(Histories.requests(new Requests(NAME, List.of(renamed, OTHER)), steps));
        assertThat(two.history(OTHER)).isEqualTo(one.history(OTHER));
        assertThat(two.account(renamed).totals()).isEqualTo(one.account(ACCOUNT).totals());
    }

    @Property(tries = TRIES)
    void erasingAgainChangesNothing(@ForAll List<Step> steps) {
        Erased erased = Erased.of(ledger(steps), ACCOUNT);
        PersonErasure again = new PersonErasure(Erased.PSEUDONYM, Erased.PSEUDONYM);
        Account account = erased.account();
        assertThat(again.erase(account)).isEqualTo(account);
        assertThat(erased.history())
                .allSatisfy(
                        entry -> assertThat(again.erase(entry, account.salt())).isEqualTo(entry));
    }

    private static PureLedger ledger(List<Step> steps) {
        PureLedger ledger = PureLedger.of(Histories.requests(NAME, steps));
        Assume.that(!ledger.history(ACCOUNT).isEmpty());
        return ledger;
    }
}
