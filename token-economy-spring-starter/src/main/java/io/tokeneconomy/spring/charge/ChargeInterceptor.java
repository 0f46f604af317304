package io.tokeneconomy.spring.charge;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.EvaluationContext;

/** Runs a call as work that an account pays for. */
final class ChargeInterceptor implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ChargeInterceptor.class);

    private static final String LOGGED = "tokenEconomyAccount";

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
        LaterWork.refuse(method, type(call));
        ChargeTokens terms = AnnotatedElementUtils.findMergedAnnotation(method, ChargeTokens.class);
        if (terms == null) {
            return call.proceed();
        }
        AccountId account = account(terms, call, method);
        Charge charge = charge(terms, call, method, account);
        String outer = MDC.get(LOGGED);
        MDC.put(LOGGED, account.value());
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
        } finally {
            restore(outer);
        }
    }

    /** A charge within a charge, or within a webhook. */
    private static void restore(@Nullable String outer) {
        if (outer == null) {
            MDC.remove(LOGGED);
        } else {
            MDC.put(LOGGED, outer);
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
        settle(method, terms, context, () -> expressions.context(call, seen(account, result)));
        return result;
    }

    /** The work is done: whatever goes wrong from here on, it costs what was set aside. */
    private void settle(
            Method method, ChargeTokens terms, ChargeContext context, Supplier<EvaluationContext> afterwards) {
        if (terms.settle().isEmpty()) {
            return;
        }
        try {
            context.settle(expressions.tokens(method, terms.settle(), afterwards.get()));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} is done, but its settle expression fails: charge {} of account {} costs the {} tokens set aside",
                    method,
                    context.charge().key(),
                    context.charge().account(),
                    context.charge().cost(),
                    e);
        }
    }

    private static Map<String, @Nullable Object> seen(AccountId account, @Nullable Object result) {
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("account", account.value());
        more.put("result", result);
        return more;
    }

    private Charge charge(ChargeTokens terms, MethodInvocation call, Method method, AccountId account) {
        EvaluationContext context = expressions.context(call, Map.of("account", account.value()));
        long cost = expressions.tokens(method, terms.cost(), context);
        String text = terms.description().isEmpty() ? method.getName() : terms.description();
        IdempotencyKey key = InvalidChargeException.when("key", () -> key(terms, method, account, context));
        return InvalidChargeException.when("cost", () -> Charge.of(account, cost, key))
                .withDetails(Details.NONE.withDescription(text));
    }

    private IdempotencyKey key(ChargeTokens terms, Method method, AccountId account, EvaluationContext context) {
        if (!terms.key().isEmpty()) {
            return IdempotencyKey.of(
                    expressions.given(method, terms.key(), context).toString());
        }
        return requestKey
                .get()
                .map(sent -> RequestKeys.key(account, method, sent))
                .orElseGet(() -> IdempotencyKey.of(UUID.randomUUID().toString()));
    }

    private AccountId account(ChargeTokens terms, MethodInvocation call, Method method) {
        if (terms.account().isEmpty()) {
            return InvalidChargeException.when("account", () -> current.get().find())
                    .orElseThrow(() -> new NotSignedInException("nobody is signed in whose tokens " + call.getMethod()
                            + " could take: give @ChargeTokens an account"));
        }
        Object value = expressions.given(method, terms.account(), expressions.context(call, Map.of()));
        return value instanceof AccountId id
                ? id
                : InvalidChargeException.when("account", () -> AccountId.of(value.toString()));
    }

    /** A class that is made while the application runs has another name in each process: its interface counts. */
    private static Method specific(MethodInvocation call) {
        Class<?> type = type(call);
        boolean passing = Proxy.isProxyClass(type) || type.isHidden();
        return passing ? call.getMethod() : AopUtils.getMostSpecificMethod(call.getMethod(), type);
    }

    private static Class<?> type(MethodInvocation call) {
        return call.getThis() == null
                ? call.getMethod().getDeclaringClass()
                : call.getThis().getClass();
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
