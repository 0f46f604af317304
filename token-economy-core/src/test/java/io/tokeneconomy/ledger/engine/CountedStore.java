package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store that counts what is read from it. Not thread-safe. */
public final class CountedStore {

    private final LedgerStore counted;
    private long pages;
    private long items;
    private long largest;

    /** @param store the store itself */
    public CountedStore(LedgerStore store) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object answer = method.invoke(store, arguments);
                if (answer instanceof Page<?> page) {
                    count(page);
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        counted = (LedgerStore)
                Proxy.newProxyInstance(LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, handler);
    }

    /** {@return the store that counts} */
    public LedgerStore store() {
        return counted;
    }

    /** {@return how many pages were read since this was asked last} */
    public long pages() {
        long count = pages;
        pages = 0;
        return count;
    }

    /** {@return how many things were on pages since this was asked last} */
    public long items() {
        long count = items;
        items = 0;
        return count;
    }

    /** {@return the most things on one page} */
    public long largest() {
        return largest;
    }

    private void count(Page<?> page) {
        pages++;
        items += page.items().size();
        largest = Math.max(largest, page.items().size());
    }
}
