package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store that forgets everything and a gateway that only has a mode; whatever else is asked of them fails the test. */
final class Parts {

    static final String SECRET_KEY = "sk_test_parts";
    static final String WEBHOOK_SECRET = "whsec_parts";
    static final String[] REQUIRED = {
        "token-economy.base-url=https://shop.example",
        "token-economy.stripe.secret-key=" + SECRET_KEY,
        "token-economy.stripe.webhook-secrets=" + WEBHOOK_SECRET
    };

    private Parts() {}

    static LedgerStore store() {
        return store(new AtomicInteger());
    }

    static LedgerStore store(AtomicInteger closed) {
        return stub(LedgerStore.class, PaymentMode.TEST, closed);
    }

    static PaymentGateway gateway(PaymentMode mode) {
        return gateway(mode, new AtomicInteger());
    }

    static PaymentGateway gateway(PaymentMode mode, AtomicInteger closed) {
        return stub(PaymentGateway.class, mode, closed);
    }

    private static <T> T stub(Class<T> type, PaymentMode mode, AtomicInteger closed) {
        InvocationHandler answers = (self, method, arguments) -> switch (method.getName()) {
            case "update", "updateUnlessLocked" -> forgotten((Scope) arguments[0], (Function<?, ?>) arguments[1]);
            case "close" -> closed.incrementAndGet() < 0 ? 0 : null;
            case "writers" -> 1;
            case "mode" -> mode;
            case "application" -> "token-economy";
            case "orders" -> new Page<>(List.of(), false);
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString" -> "stub of " + type.getSimpleName();
            default -> throw new AssertionError("not expected: " + method);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static Object forgotten(Scope scope, Function<?, ?> decision) {
        @SuppressWarnings("unchecked")
        Function<Snapshot, Changes<?>> typed = (Function<Snapshot, Changes<?>>) decision;
        return typed.apply(new Snapshot(scope, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of()))
                .result();
    }
}
