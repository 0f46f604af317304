package io.tokeneconomy.example.benchmark.contender.jpa;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What Spring Boot's starter for JPA would set up, without the web. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories
@EnableTransactionManagement
@Import(SpendingService.class)
public class SpringParts {

    /** {@return Hibernate on that pool, in its defaults} */
    @Bean
    public LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource pool) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(pool);
        factory.setPackagesToScan(SpringParts.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        return factory;
    }

    /** {@return what ends transactions} */
    @Bean
    public PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }
}
