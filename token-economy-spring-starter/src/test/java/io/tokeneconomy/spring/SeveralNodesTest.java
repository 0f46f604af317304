package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.WindowPage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Two applications on one database, both told to reconcile. */
class SeveralNodesTest {

    private final Set<String> reconciled = ConcurrentHashMap.newKeySet();
    private final CountDownLatch bothHaveTried = new CountDownLatch(2);
    private final CountDownLatch oneHasBegun = new CountDownLatch(1);

    @Test
    void oneOfThemReconciles() {
        node("first")
                .run(first -> node("second").run(second -> {
                    assertThat(bothHaveTried.await(20, TimeUnit.SECONDS)).isTrue();
                    assertThat(oneHasBegun.await(20, TimeUnit.SECONDS)).isTrue();
                    assertThat(first).hasNotFailed();
                    assertThat(second).hasNotFailed();
                }));
        assertThat(reconciled).hasSize(1);
    }

    private ApplicationContextRunner node(String name) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
                .withPropertyValues(Parts.REQUIRED)
                .withPropertyValues("token-economy.background.reconcile-every=1h")
                .withBean(LedgerStore.class, this::store)
                .withBean(PaymentGateway.class, () -> gateway(name));
    }

    /** Counts who has asked for the lease and been answered. */
    private LedgerStore store() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:nodes;DB_CLOSE_DELAY=-1");
        LedgerStore store = JdbcLedgerStore.on(source);
        boolean[] tried = new boolean[1];
        return proxy(LedgerStore.class, (self, method, arguments) -> {
            try {
                return method.invoke(store, arguments);
            } finally {
                boolean lease = arguments != null
                        && arguments[0] instanceof Scope scope
                        && !scope.backlogs().isEmpty();
                if (lease && !tried[0]) {
                    tried[0] = true;
                    bothHaveTried.countDown();
                }
            }
        });
    }

    /** Has nothing to reconcile. */
    private PaymentGateway gateway(String name) {
        PaymentGateway other = Parts.gateway(PaymentMode.TEST);
        return proxy(PaymentGateway.class, (self, method, arguments) -> switch (method.getName()) {
            case "sessions" -> {
                reconciled.add(name);
                oneHasBegun.countDown();
                yield new WindowPage<>(List.of(), null);
            }
            case "refundedPayments", "disputedPayments" -> new WindowPage<>(List.of(), null);
            case "subscriptions" -> Optional.empty();
            default -> method.invoke(other, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
