package io.tokeneconomy.topup;

import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A gateway whose charges go astray on the way there or back, as a test wishes. */
final class UnsteadyCards {

    /** What happens to a charge. */
    enum Fate {
        GOOD,
        REQUEST_LOST,
        ANSWER_LOST,
        REFUSED
    }

    /** Decides about each charge. */
    interface Fates {
        Fate of(ChargeRequest request);
    }

    final AtomicInteger charges = new AtomicInteger();
    volatile Fates fates = request -> Fate.GOOD;
    volatile Runnable meanwhile = () -> {};
    volatile @Nullable CardCharge lookedUp;

    private final PaymentGateway gateway;

    UnsteadyCards(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    PaymentGateway gateway() {
        return (PaymentGateway) Proxy.newProxyInstance(
                UnsteadyCards.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class, SavedCardPayments.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        if (method.getName().equals("charged") && lookedUp != null) {
            return Optional.of(lookedUp);
        }
        Fate fate = arguments != null && method.getName().equals("charge")
                ? fates.of((ChargeRequest) arguments[0])
                : Fate.GOOD;
        if (method.getName().equals("charge")) {
            charges.incrementAndGet();
            meanwhile.run();
        }
        if (fate == Fate.REQUEST_LOST) {
            throw new PaymentException(PaymentException.Reason.UNAVAILABLE, "the request was lost", null);
        }
        if (fate == Fate.REFUSED) {
            throw new PaymentException(PaymentException.Reason.UNAUTHORIZED, "a permission is missing", null);
        }
        Object answer = invoke(method, arguments);
        if (fate == Fate.ANSWER_LOST) {
            throw new PaymentException(PaymentException.Reason.UNAVAILABLE, "the answer was lost", null);
        }
        return answer;
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(gateway, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
