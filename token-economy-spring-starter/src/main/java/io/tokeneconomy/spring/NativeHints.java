package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image would not find by itself: our SQL, pages and templates, and the proxies of observations. */
final class NativeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources()
                .registerPattern("io/tokeneconomy/ledger/store/**")
                .registerPattern("io/tokeneconomy/payment/sandbox/**")
                .registerPattern("io/tokeneconomy/servlet/**");
        hints.proxies()
                .registerJdkProxy(LedgerStore.class)
                .registerJdkProxy(PaymentGateway.class)
                .registerJdkProxy(PaymentGateway.class, SavedCardPayments.class);
    }
}
