package io.tokeneconomy.spring.operate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an observation around each call to the store or the payment gateway, which becomes a timer and a span: {@code
 * token.economy.store} and {@code token.economy.gateway}, by operation.
 */
public final class Observed {

    private static final Set<String> UNSEEN =
            Set.of("close", "writers", "mode", "application", "toString", "hashCode", "equals");

    private static final Logger LOG = LoggerFactory.getLogger(Observed.class);

    private final ObservationRegistry registry;
    private final List<CallWatch> watches;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param registry where observations go
     * @param watches who else sees the calls
     */
    public Observed(ObservationRegistry registry, List<CallWatch> watches) {
        this.registry = registry;
        this.watches = List.copyOf(watches);
    }

    /** {@return the store, each call observed} */
    public LedgerStore store(LedgerStore store) {
        return observed(LedgerStore.class, new Class<?>[] {LedgerStore.class}, store, "token.economy.store", null);
    }

    /** {@return the gateway, each call observed and its outcome kept} It charges saved cards if the gateway does. */
    public PaymentGateway gateway(PaymentGateway gateway, Calls calls) {
        Class<?>[] all = gateway instanceof SavedCardPayments
                ? new Class<?>[] {PaymentGateway.class, SavedCardPayments.class}
                : new Class<?>[] {PaymentGateway.class};
        return observed(PaymentGateway.class, all, gateway, "token.economy.gateway", calls);
    }

    private <T> T observed(Class<T> type, Class<?>[] all, T target, String name, @Nullable Calls calls) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), all, (self, method, arguments) -> {
            if (UNSEEN.contains(method.getName())) {
                return called(target, method, arguments);
            }
            return observed(target, method, arguments, name, calls);
        });
        return type.cast(proxy);
    }

    private @Nullable Object observed(
            Object target, Method method, Object @Nullable [] arguments, String name, @Nullable Calls calls)
            throws Throwable {
        boolean done = false;
        tell(watch -> watch.asked(arguments));
        try {
            Object result = observed(name, method.getName(), () -> called(target, method, arguments));
            done = true;
            tell(watch -> watch.answered(result));
            return result;
        } finally {
            if (calls != null) {
                note(calls, done);
            }
        }
    }

    /** An observation's handlers are the host's: what they throw changes nothing for the call. */
    private @Nullable Object observed(String name, String operation, Call call) throws Throwable {
        GuardedObservation observation = new GuardedObservation(registry, this::warnOnce);
        observation.start(() -> Observation.createNotStarted(name, registry)
                .contextualName(name + "." + operation)
                .lowCardinalityKeyValue("operation", operation));
        try {
            return call.run();
        } catch (Throwable e) {
            observation.failed(e);
            throw e;
        } finally {
            observation.stop();
        }
    }

    /** What is booked is booked, whatever comes of its being watched. */
    private void tell(Consumer<CallWatch> news) {
        for (CallWatch watch : watches) {
            try {
                news.accept(watch);
            } catch (Throwable e) {
                warnOnce(e);
            }
        }
    }

    private void warnOnce(Throwable e) {
        if (!warned.getAndSet(true)) {
            LOG.warn("Who watches calls to store and gateway fails; further failures are not told", e);
        }
    }

    private static void note(Calls calls, boolean done) {
        if (done) {
            calls.succeeded();
        } else {
            calls.failed();
        }
    }

    private static @Nullable Object called(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getTargetException());
        }
    }

    /** A call under way. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run() throws Throwable;
    }
}
