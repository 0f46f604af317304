package io.tokeneconomy.spring.charge;

import io.tokeneconomy.TokenEconomy;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Puts the charge around methods with {@link ChargeTokens}, outside of everything else, transactions too. A bean with such
 * a method that no proxy sees, because it is private, static or final, is refused: it would be free.
 */
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

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (AnnotationUtils.isCandidateClass(bean.getClass(), ChargeTokens.class)) {
            ChargedMethods.check(ClassUtils.getUserClass(bean), isProxyTargetClass());
        }
        return bean;
    }
}
