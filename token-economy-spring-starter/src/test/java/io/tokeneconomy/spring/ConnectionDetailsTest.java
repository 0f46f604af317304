package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code @ServiceConnection} and Docker Compose leave behind is a bean with a database's address. */
class ConnectionDetailsTest {

    @Test
    void tokensAreKeptWhereTheConnectionDetailsSay() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        StoreAutoConfiguration.class,
                        TransactionsAutoConfiguration.class,
                        TokenEconomyAutoConfiguration.class))
                .withPropertyValues(Parts.REQUIRED)
                .withBean(JdbcConnectionDetails.class, Container::new)
                .run(context -> {
                    assertThat(context).hasSingleBean(JdbcLedgerStore.class);
                    context.getBean(TokenEconomy.class)
                            .ledger()
                            .grant(AccountId.of("alice"), 5, IdempotencyKey.of("welcome"))
                            .orElseThrow();
                    JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
                    assertThat(jdbc.queryForObject("select count(*) from te_entry", Long.class))
                            .isEqualTo(1);
                });
    }

    static final class Container implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return "jdbc:h2:mem:container;DB_CLOSE_DELAY=-1";
        }

        @Override
        public String getUsername() {
            return "sa";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
