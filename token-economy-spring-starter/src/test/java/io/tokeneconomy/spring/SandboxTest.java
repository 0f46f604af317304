package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.spring.test.AutoConfigureTokenEconomySandbox;
import io.tokeneconomy.spring.test.TokenEconomyTestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = SandboxTest.Shop.class)
@AutoConfigureTokenEconomySandbox
class SandboxTest {

    @Autowired
    private TokenEconomyTestClient buyer;

    @Test
    void aTestBuysWithoutKeyAndServer() {
        assertThat(buyer.buy(AccountId.of("alice"), "popular")).isEqualTo(110);
        assertThat(buyer.buy(AccountId.of("alice"), "starter")).isEqualTo(160);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TokenEconomyAutoConfiguration.class, SandboxAutoConfiguration.class})
    static class Shop {

        @Bean
        LedgerStore store() {
            return MemoryLedgerStore.create();
        }
    }
}
