package io.tokeneconomy.spring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/** An application with transactions of its own, begun by JDBC or by JPA. */
final class Host implements AutoCloseable {

    enum Kind {
        JDBC(WithJdbc.class),
        JPA(WithJpa.class),
        REACTIVE(WithReactive.class);

        private final Class<?> configuration;

        Kind(Class<?> configuration) {
            this.configuration = configuration;
        }
    }

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** On a database of its own, in memory. */
    Host(Kind kind) {
        this(kind, Map.of());
    }

    /** On the database with this address. */
    Host(Kind kind, String url) {
        this(kind, Map.of("host.url", url));
    }

    private Host(Kind kind, Map<String, Object> database) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("host", Map.of("token-economy.base-url", "http://localhost:8080")));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("database", database));
        context.register(Common.class, kind.configuration);
        context.refresh();
    }

    TokenEconomy economy() {
        return context.getBean(TokenEconomy.class);
    }

    PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    List<TokenEconomyEvent> told() {
        return context.getBean(Told.class).events;
    }

    @Override
    public void close() {
        context.close();
    }

    static final class Told implements TokenEconomyListener {
        private final List<TokenEconomyEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(TokenEconomyEvent event) {
            events.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        StoreAutoConfiguration.class,
        TransactionsAutoConfiguration.class,
        TokenEconomyAutoConfiguration.class
    })
    static class Common {

        @Bean
        DataSource dataSource(Environment environment) {
            HikariConfig pool = new HikariConfig();
            String inMemory = "jdbc:h2:mem:host-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
            pool.setJdbcUrl(environment.getProperty("host.url", inMemory));
            pool.setMaximumPoolSize(4);
            pool.setConnectionTimeout(5_000);
            return new HikariDataSource(pool);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        PaymentGateway gateway() {
            return Parts.gateway(PaymentMode.TEST);
        }

        @Bean
        Told told() {
            return new Told();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJdbc {

        @Bean
        DataSourceTransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }
    }

    /** Beside a database whose transactions are not a thread's. */
    @Configuration(proxyBeanMethods = false)
    static class WithReactive extends WithJdbc {

        @Bean
        SeveralManagersTest.Reactive reactiveTransactionManager() {
            return new SeveralManagersTest.Reactive();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJpa {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource source) {
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(source);
            factory.setPackagesToScan(Picture.class.getPackageName());
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            Properties properties = new Properties();
            properties.setProperty("hibernate.hbm2ddl.auto", "create");
            factory.setJpaProperties(properties);
            return factory;
        }

        @Bean
        JpaTransactionManager transactionManager(LocalContainerEntityManagerFactoryBean factory) {
            JpaTransactionManager manager = new JpaTransactionManager();
            manager.setEntityManagerFactory(factory.getObject());
            return manager;
        }
    }
}
