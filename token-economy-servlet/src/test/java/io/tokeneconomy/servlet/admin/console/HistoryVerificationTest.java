package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Verification.Intact;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long histories in the background: what a page says is about its own customer. */
class HistoryVerificationTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");

    private final CountDownLatch alicesEnd = new CountDownLatch(1);
    private final AtomicInteger forms = new AtomicInteger();
    private final Jobs jobs = new Jobs(InstantSource.system());
    private final HistoryVerification verification = new HistoryVerification(
            fake(Ledger.class, (proxy, method, given) -> null),
            fake(LedgerAudit.class, (proxy, method, given) -> verify((AccountId) given[0])),
            jobs);

    @AfterEach
    void close() {
        alicesEnd.countDown();
        jobs.close();
    }

    @Test
    void whatRunsForOneCustomerIsNotSaidOfAnother() {
        verification.begin(visit(), ALICE);

        assertThat(page(ALICE)).contains("data-running");
        assertThat(page(BOB)).isEmpty();
    }

    @Test
    void nobodyIsToldThatAVerificationBeganWhichDidNot() {
        assertThat(verification.begin(visit(), ALICE)).isTrue();
        assertThat(verification.begin(visit(), ALICE)).as("it is under way").isTrue();
        assertThat(verification.begin(visit(), BOB)).isFalse();

        alicesEnd.countDown();
        ended(ALICE);
        assertThat(verification.begin(visit(), BOB)).isTrue();

        assertThat(ended(BOB)).contains("Intact: 3 entries");
        assertThat(page(ALICE)).isEmpty();
    }

    @Test
    void aFailureIsSaidOfItsOwnCustomerOnly() {
        verification.begin(visit(), AccountId.of("broken"));

        assertThat(ended(AccountId.of("broken"))).contains("It failed at");
        assertThat(page(BOB)).isEmpty();
    }

    private Object verify(AccountId account) throws InterruptedException {
        if (account.equals(ALICE)) {
            alicesEnd.await();
        } else if (!account.equals(BOB)) {
            throw new IllegalStateException("broken");
        }
        return new Intact(account, 3, Digest.ZERO);
    }

    private String ended(AccountId account) {
        String page = page(account);
        while (page.contains("data-running")) {
            page = page(account); // waits a moment itself
        }
        return page;
    }

    private String page(AccountId account) {
        return verification.html(account).markup();
    }

    private Visit visit() {
        String form = String.format("form-%017d", forms.incrementAndGet());
        return new Visit("carol", Map.of(Visit.FORM, form), "token", Instant.EPOCH);
    }

    private static <T> T fake(Class<T> type, InvocationHandler does) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
    }
}
