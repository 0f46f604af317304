package io.tokeneconomy.spring.charge;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.EvaluationContext;

/** Runs a call as work that an account pays for. */
final class ChargeInterceptor implements MethodInterceptor {

    private final Supplier<TokenEconomy> economy;
    private final Supplier<CurrentAccount> current;
    private final Supplier<Optional<String>> requestKey;
    private final ChargeExpressions expressions = new ChargeExpressions();

    /**
     * @param economy whose ledger is charged; asked for at the first call, since its own parts are beans as well
     * @param current whose tokens are taken by default
     * @param requestKey the key by default, when there is one
     */
    ChargeInterceptor(
            Supplier<TokenEconomy> economy, Supplier<CurrentAccount> current, Supplier<Optional<String>> requestKey) {
        this.economy = economy;
        this.current = current;
        this.requestKey = requestKey;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Method method = specific(call);
        LaterWork.refuse(method);
        ChargeTokens terms = AnnotatedElementUtils.findMergedAnnotation(method, ChargeTokens.class);
        if (terms == null) {
            return call.proceed();
        }
        AccountId account = account(terms, call, method);
        Charge charge = charge(terms, call, method, account);
        try {
            ChargeResult<Optional<Object>> result = economy.get()
                    .ledger()
                    .charge(charge, context -> Optional.ofNullable(run(call, method, terms, account, context)));
            Optional<Object> value = result instanceof ChargeResult.Underpaid<Optional<Object>> underpaid
                    ? underpaid.value()
                    : result.orElseThrow();
            return value.orElse(null);
        } catch (WorkFailedException failed) {
            throw failed.why();
        }
    }

    private @Nullable Object run(
            MethodInvocation call, Method method, ChargeTokens terms, AccountId account, ChargeContext context)
            throws WorkFailedException {
        Object result;
        try {
            result = call.proceed();
        } catch (Throwable e) {
            throw new WorkFailedException(e);
        }
        LaterWork.refuse(method, result);
        if (!terms.settle().isEmpty()) {
            Map<String, @Nullable Object> more = new HashMap<>();
            more.put("account", account.value());
            more.put("result", ChargeExpressions.exact(result));
            context.settle(expressions.tokens(method, terms.settle(), expressions.counting(call, more)));
        }
        return result;
    }

    private Charge charge(ChargeTokens terms, MethodInvocation call, Method method, AccountId account) {
        Map<String, String> more = Map.of("account", account.value());
        long cost = expressions.tokens(method, terms.cost(), expressions.counting(call, more));
        String text = terms.description().isEmpty() ? method.getName() : terms.description();
        return Charge.of(account, cost, IdempotencyKey.of(key(terms, method, account, expressions.context(call, more))))
                .withDetails(Details.NONE.withDescription(text));
    }

    /** A key that the buyer chose is the buyer's own, and the method's: two may have the same. */
    private String key(ChargeTokens terms, Method method, AccountId account, EvaluationContext context) {
        if (!terms.key().isEmpty()) {
            return expressions.given(method, terms.key(), context).toString();
        }
        return requestKey
                .get()
                .map(sent -> account.value() + ":" + method.getName() + ":" + sent)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private AccountId account(ChargeTokens terms, MethodInvocation call, Method method) {
        if (terms.account().isEmpty()) {
            return current.get()
                    .find()
                    .orElseThrow(() -> new IllegalStateException("nobody is signed in whose tokens " + call.getMethod()
                            + " could take: give @ChargeTokens an account"));
        }
        Object value = expressions.given(method, terms.account(), expressions.context(call, Map.of()));
        return value instanceof AccountId id ? id : AccountId.of(value.toString());
    }

    private static Method specific(MethodInvocation call) {
        Class<?> type = call.getThis() == null
                ? call.getMethod().getDeclaringClass()
                : call.getThis().getClass();
        return AopUtils.getMostSpecificMethod(call.getMethod(), type);
    }

    /** Carries whatever the method threw through the ledger. */
    private static final class WorkFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Throwable why;

        private WorkFailedException(Throwable why) {
            super(why);
            this.why = why;
        }

        private Throwable why() {
            return why;
        }
    }
}
