package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.rules.Histories.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** The rules and a second, naive version of them agree on every step of every history. */
@Domain(Histories.class)
class ReferenceModelTest {

    private static final String NAME = "h";

    @Property(tries = 3_000)
    void everyStepEndsTheSame(@ForAll List<Step> steps) {
        PureLedger rules = new PureLedger();
        NaiveLedger naive = new NaiveLedger();
        List<Request> requests = Histories.requests(NAME, steps);
        for (int i = 0; i < requests.size(); i++) {
            int step = i;
            Request request = requests.get(i);
            Object answer = Answers.of(() -> rules.apply(request.operation(), request.now()));
            assertThat(Answers.inWords(answer))
                    .as(() -> "step " + step + " of " + requests)
                    .isEqualTo(naive.apply(request.operation(), request.now()));
            for (AccountId id : Histories.accounts(NAME)) {
                Supplier<String> what = () -> "after step " + step + " of " + requests;
                compareEntries(rules.history(id), naive.account(id), what);
                compareState(rules.account(id), naive.account(id), what);
                NaiveAccount later = naive.account(id).copy();
                later.live(request.now());
                assertThat(LedgerRules.balance(rules.account(id), request.now()))
                        .as(what)
                        .isEqualTo(balance(later));
            }
        }
    }

    private static void compareEntries(List<LedgerEntry> entries, NaiveAccount model, Supplier<String> what) {
        assertThat(entries)
                .as(what)
                .extracting(entry -> entry.type() + " " + entry.amount())
                .isEqualTo(model.entries);
    }

    private static void compareState(Account account, NaiveAccount model, Supplier<String> what) {
        assertThat(lots(account.lots())).as(what).isEqualTo(heaps(model.heaps));
        assertThat(account.settings()).as(what).isEqualTo(model.settings);
        assertThat(account.holds()).as(what).hasSameSizeAs(model.asides);
        for (int i = 0; i < model.asides.size(); i++) {
            Hold hold = account.holds().get(i);
            assertThat(hold.key()).as(what).isEqualTo(model.asides.get(i).key);
            assertThat(hold.expiresAt()).as(what).isEqualTo(model.asides.get(i).ends);
            assertThat(lots(hold.parts())).as(what).isEqualTo(heaps(model.asides.get(i).heaps));
        }
    }

    private static Balance balance(NaiveAccount model) {
        Instant soon = model.last.plus(Duration.ofDays(7));
        long paid = 0;
        long expiring = 0;
        Instant next = Instant.MAX;
        for (NaiveAccount.Heap heap : model.heaps) {
            Instant ends = heap.terms.expiresAt() == null ? Instant.MAX : heap.terms.expiresAt();
            paid += heap.terms.funding() == Funding.PAID ? heap.tokens : 0;
            expiring += ends.isAfter(soon) ? 0 : heap.tokens;
            next = ends.isBefore(next) ? ends : next;
        }
        boolean open = model.settings.status() == AccountStatus.OPEN;
        return new Balance(
                model.available() + model.held() - model.debt,
                model.held(),
                model.available(),
                model.debt,
                open ? Math.max(0, model.settings.overdraftLimit() - model.debt) : 0,
                paid,
                model.available() - paid,
                expiring,
                next.equals(Instant.MAX) ? null : next);
    }

    private static Map<Long, Long> lots(List<Lot> lots) {
        Map<Long, Long> byNumber = new TreeMap<>();
        lots.forEach(lot -> byNumber.put(lot.number(), lot.remaining()));
        return byNumber;
    }

    private static Map<Long, Long> heaps(List<NaiveAccount.Heap> heaps) {
        Map<Long, Long> byNumber = new TreeMap<>();
        heaps.forEach(heap -> byNumber.put(heap.lot, heap.tokens));
        return byNumber;
    }
}
