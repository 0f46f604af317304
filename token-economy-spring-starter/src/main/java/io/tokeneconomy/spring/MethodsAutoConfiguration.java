package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.spring.charge.ChargePostProcessor;
import io.tokeneconomy.spring.charge.ChargeTokens;
import io.tokeneconomy.spring.charge.CurrentAccount;
import io.tokeneconomy.spring.event.OnPaymentEvent;
import io.tokeneconomy.spring.event.PaymentEventMethods;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Methods of the application's beans: those with {@link ChargeTokens} are paid for, those with {@link OnPaymentEvent}
 * handle events, and what the ledger tells is published as application events, after the commit.
 */
@AutoConfiguration(before = TokenEconomyAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
public final class MethodsAutoConfiguration {

    @Bean
    TokenEconomyCustomizer tokenEconomyPaymentEventMethods(ListableBeanFactory beans) {
        return builder -> new PaymentEventMethods(beans).register(builder);
    }

    @Bean
    TokenEconomyListener tokenEconomyEventPublisher(ApplicationEventPublisher publisher) {
        return publisher::publishEvent;
    }

    /** Apart, since proxies are made only where Spring AOP is. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ProxyFactory.class, MethodInterceptor.class})
    static class WithProxies {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static ChargePostProcessor tokenEconomyCharges(
                ObjectProvider<TokenEconomy> economy, ObjectProvider<CurrentAccount> current, Environment environment) {
            boolean web = ClassUtils.isPresent(
                            "org.springframework.web.context.request.ServletRequestAttributes",
                            MethodsAutoConfiguration.class.getClassLoader())
                    && ClassUtils.isPresent(
                            "jakarta.servlet.http.HttpServletRequest", MethodsAutoConfiguration.class.getClassLoader());
            ChargePostProcessor charges = new ChargePostProcessor(
                    economy::getObject, () -> current.getIfAvailable(() -> Optional::empty), web);
            charges.setProxyTargetClass(environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
            return charges;
        }
    }
}
