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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
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
        refuseLaterWork(method);
        ChargeTokens terms = AnnotatedElementUtils.findMergedAnnotation(method, ChargeTokens.class);
        if (terms == null) {
            return call.proceed();
        }
        AccountId account = account(terms, call);
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
        if (!terms.settle().isEmpty()) {
            Map<String, @Nullable Object> more = new HashMap<>();
            more.put("account", account.value());
            more.put("result", result);
            context.settle(expressions.tokens(method, terms.settle(), expressions.context(call, more)));
        }
        return result;
    }

    private Charge charge(ChargeTokens terms, MethodInvocation call, Method method, AccountId account) {
        EvaluationContext context = expressions.context(call, Map.of("account", account.value()));
        long cost = expressions.tokens(method, terms.cost(), context);
        String text = terms.description().isEmpty() ? method.getName() : terms.description();
        return Charge.of(account, cost, IdempotencyKey.of(key(terms, account, context)))
                .withDetails(Details.NONE.withDescription(text));
    }

    /** A key that the buyer chose is the buyer's own: two accounts may choose the same. */
    private String key(ChargeTokens terms, AccountId account, EvaluationContext context) {
        if (!terms.key().isEmpty()) {
            return String.valueOf(expressions.value(terms.key(), context));
        }
        return requestKey
                .get()
                .map(sent -> account.value() + ":" + sent)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private AccountId account(ChargeTokens terms, MethodInvocation call) {
        if (terms.account().isEmpty()) {
            return current.get()
                    .find()
                    .orElseThrow(() -> new IllegalStateException("nobody is signed in whose tokens " + call.getMethod()
                            + " could take: give @ChargeTokens an account"));
        }
        Object value = expressions.value(terms.account(), expressions.context(call, Map.of()));
        return value instanceof AccountId id ? id : AccountId.of(String.valueOf(value));
    }

    private static Method specific(MethodInvocation call) {
        Class<?> type = call.getThis() == null
                ? call.getMethod().getDeclaringClass()
                : call.getThis().getClass();
        return AopUtils.getMostSpecificMethod(call.getMethod(), type);
    }

    private static void refuseLaterWork(Method method) {
        Class<?> type = method.getReturnType();
        boolean later = CompletionStage.class.isAssignableFrom(type)
                || Future.class.isAssignableFrom(type)
                || type.getName().startsWith("reactor.core.publisher.");
        if (later) {
            throw new IllegalStateException("@ChargeTokens of " + method
                    + ": it returns before its work is done; use TokenEconomy.ledger().hold and capture instead");
        }
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
