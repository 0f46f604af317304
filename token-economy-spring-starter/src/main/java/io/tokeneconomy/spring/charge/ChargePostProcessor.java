package io.tokeneconomy.spring.charge;

import io.tokeneconomy.TokenEconomy;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;

/** Puts the charge around methods with {@link ChargeTokens}, outside of everything else, transactions too. */
public final class ChargePostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

    private static final long serialVersionUID = 1L;

    /**
     * @param economy whose ledger is charged
     * @param current whose tokens are taken by default
     * @param web whether there are requests
     */
    public ChargePostProcessor(Supplier<TokenEconomy> economy, Supplier<CurrentAccount> current, boolean web) {
        Supplier<Optional<String>> requestKey = web ? RequestAccount::idempotencyKey : Optional::empty;
        setBeforeExistingAdvisors(true);
        this.advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, ChargeTokens.class, true),
                new ChargeInterceptor(economy, current, requestKey));
    }
}
