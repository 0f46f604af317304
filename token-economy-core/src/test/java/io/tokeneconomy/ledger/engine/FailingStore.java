package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A store whose updates do what a test says before they are made, and after they are committed. */
final class FailingStore {

    private final LedgerStore failing;
    private volatile Consumer<Scope> before = scope -> {};
    private volatile Consumer<Scope> after = scope -> {};

    FailingStore(LedgerStore store) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean update = method.getName().startsWith("update");
            if (update) {
                before.accept((Scope) arguments[0]);
            }
            try {
                Object answer = method.invoke(store, arguments);
                if (update) {
                    after.accept((Scope) arguments[0]);
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        failing = (LedgerStore)
                Proxy.newProxyInstance(LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, handler);
    }

    LedgerStore store() {
        return failing;
    }

    void beforeUpdates(Consumer<Scope> action) {
        before = action;
    }

    void afterUpdates(Consumer<Scope> action) {
        after = action;
    }
}
