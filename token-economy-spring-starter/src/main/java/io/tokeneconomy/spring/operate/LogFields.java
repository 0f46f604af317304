package io.tokeneconomy.spring.operate;

import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.payment.PaymentEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * While a webhook is handled, every line of the log can say which event it is about, and once they are known which order and
 * account: fields {@code tokenEconomyEvent}, {@code tokenEconomyEventType}, {@code tokenEconomyOrder} and {@code
 * tokenEconomyAccount} of the MDC.
 */
public final class LogFields implements CallWatch {

    private static final ThreadLocal<Boolean> HANDLING = ThreadLocal.withInitial(() -> false);

    private static final String EVENT = "tokenEconomyEvent";
    private static final String TYPE = "tokenEconomyEventType";
    private static final String ORDER = "tokenEconomyOrder";
    private static final String ACCOUNT = "tokenEconomyAccount";

    /** For the auto-configuration. */
    public LogFields() {}

    /** From here on a webhook is handled. */
    static void begin() {
        HANDLING.set(true);
    }

    /** Here it is over. */
    static void end() {
        HANDLING.remove();
        List.of(EVENT, TYPE, ORDER, ACCOUNT).forEach(MDC::remove);
    }

    @Override
    public void asked(Object @Nullable [] arguments) {
        if (HANDLING.get() && arguments != null && arguments.length > 0 && arguments[0] instanceof Scope scope) {
            only(scope.orders()).ifPresent(order -> MDC.put(ORDER, order.value()));
            only(scope.accounts()).ifPresent(account -> MDC.put(ACCOUNT, account.value()));
        }
    }

    /** An update for several may be that of callers of whom this one is not the first. */
    private static <T> Optional<T> only(Set<T> things) {
        return things.size() == 1 ? things.stream().findFirst() : Optional.empty();
    }

    @Override
    public void answered(@Nullable Object answer) {
        if (HANDLING.get() && answer instanceof PaymentEvent event) {
            MDC.put(EVENT, event.envelope().id());
            MDC.put(TYPE, event.envelope().type());
        }
    }
}
