package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.Answers;
import io.tokeneconomy.ledger.rules.Histories;
import io.tokeneconomy.ledger.rules.Histories.Request;
import io.tokeneconomy.ledger.rules.PersonErasure;
import io.tokeneconomy.ledger.rules.PureLedger;
import io.tokeneconomy.ledger.rules.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One history, lived by a store and by the pure rules. */
final class StoreHistory {

    private static final int LARGEST_BATCH = 16;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String name;
    private final StoreHistories stores;
    private final Random random;
    private final PureLedger pure = new PureLedger();
    private final List<AccountId> accounts;

    StoreHistory(String name, StoreHistories stores, Random random) {
        this.name = name;
        this.stores = stores;
        this.random = random;
        this.accounts = new ArrayList<>(Histories.accounts(name));
    }

    void live(List<Step> steps) {
        List<Request> requests = Histories.requests(name, steps);
        int done = 0;
        while (done < requests.size()) {
            int size = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(LARGEST_BATCH - 1);
            List<Request> batch = requests.subList(done, Math.min(done + size, requests.size()));
            String when = "from step " + done;
            trouble(batch, when);
            book(batch, when);
            if (random.nextInt(10) == 0) {
                sweep(batch.get(batch.size() - 1).now());
            }
            done += batch.size();
        }
        compareHistories();
        if (random.nextBoolean()) {
            erase();
        }
    }

    /** Rarely something is in the way of an update; it is asked for again afterwards. */
    private void trouble(List<Request> batch, String when) {
        switch (random.nextInt(40)) {
            case 0 -> crash("crashed " + when);
            case 1 -> {
                fail(batch);
                crash("failed and crashed " + when);
            }
            case 2 -> {
                loseAnswer(batch);
                crash("unanswered and crashed " + when);
            }
            case 3 -> {
                loseAnswer(batch);
                compareAccounts("unanswered " + when);
            }
            default -> {}
        }
    }

    /** {@return the accounts on which something is due by then} */
    List<AccountId> dueBy(Instant then) {
        return accounts.stream()
                .filter(id -> pure.account(id)
                        .dueAt()
                        .filter(due -> !due.isAfter(then))
                        .isPresent())
                .toList();
    }

    private void book(List<Request> batch, String when) {
        List<Object> expected = expected(batch);
        assertThat(books().applyAll(batch))
                .as(() -> name + ", " + when + ": " + batch)
                .isEqualTo(expected);
        compareAccounts(when);
    }

    private List<Object> expected(List<Request> batch) {
        List<Object> answers = new ArrayList<>();
        for (Request request : batch) {
            answers.add(Answers.of(() -> pure.apply(request.operation(), request.now())));
            accounts.forEach(id -> Soundness.require(pure.account(id)));
        }
        return answers;
    }

    /** All of the update is there, and whoever asks again is told so. */
    private void loseAnswer(List<Request> batch) {
        expected(batch);
        stores.unanswered(() -> books().applyAll(batch));
    }

    private void crash(String when) {
        stores.crash();
        compareAccounts(when);
    }

    /** An update that was decided but not committed: nothing of it is there. */
    private void fail(List<Request> batch) {
        assertThatThrownBy(() -> stores.store().update(Bookkeeper.scopeOf(batch), before -> {
                    Bookkeeper.decide(before, batch);
                    throw new Crash();
                }))
                .isInstanceOf(Crash.class);
    }

    private void sweep(Instant now) {
        for (AccountId id : accounts) {
            pure.settle(id, now);
            books().settle(id, now);
        }
        compareAccounts("after a sweep");
    }

    private void compareAccounts(String when) {
        Snapshot found = stores.store().read(Scope.of(accounts, List.of()));
        for (AccountId id : accounts) {
            assertThat(found.account(id)).as(() -> name + ", " + when).isEqualTo(pure.account(id));
        }
    }

    private void compareHistories() {
        compareAccounts("at its end");
        for (AccountId id : accounts) {
            expectHistory(pure.account(id), pure.history(id));
        }
    }

    private void expectHistory(Account account, List<LedgerEntry> expected) {
        List<LedgerEntry> found = books().history(account.id());
        assertThat(found).as(name).isEqualTo(expected);
        assertThat(Bookkeeper.verify(account, found)).as(name).isInstanceOf(Verification.Intact.class);
    }

    /** An account that its history left closed becomes nobody's. */
    private void erase() {
        for (AccountId id : List.copyOf(accounts)) {
            if (pure.account(id).settings().status() == AccountStatus.CLOSED) {
                PersonErasure erasure = new PersonErasure(id, AccountId.of("nobody-" + id));
                List<LedgerEntry> expected = pure.history(id).stream()
                        .map(entry -> erasure.erase(entry, pure.account(id).salt()))
                        .toList();
                stores.store().erase(erasure);
                accounts.remove(id);
                Account erased = erasure.erase(pure.account(id));
                assertThat(books().account(erasure.pseudonym())).isEqualTo(erased);
                expectHistory(erased, expected);
                assertThat(books().history(id)).isEmpty();
                assertThat(books().account(id).sequence()).isZero();
            }
        }
    }

    private Bookkeeper books() {
        return new Bookkeeper(stores.store());
    }
}
