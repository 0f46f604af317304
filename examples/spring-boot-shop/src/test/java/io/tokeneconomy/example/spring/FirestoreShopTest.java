package io.tokeneconomy.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.firestore.FirestoreLedgerStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The same shop, its tokens in a Firestore bean, then found again in the Firestore of the properties; with the libraries that a Boot application has, not ours. */
class FirestoreShopTest {

    @Test
    void tokensAreBoughtSpentAndFoundAgain() throws Exception {
        try (FirestoreEmulator emulator = FirestoreEmulator.start()) {
            String project = "shop-" + System.nanoTime();
            Firestore firestore = emulator.client(project);
            try (ConfigurableApplicationContext shop = shop(firestore)) {
                assertThat(shop.getBean(LedgerStore.class)).isInstanceOf(FirestoreLedgerStore.class);
                Visitor alice = new Visitor(
                                shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
                        .signIn("alice");
                alice.buy("popular");
                assertThat(alice.draw("a fox").statusCode()).isEqualTo(303);
                assertThat(alice.get("/api/tokens/balance").body()).contains("\"available\":105");
                assertThat(alice.get("/actuator/health").body()).contains("\"store\":\"readable\"");
            }
            assertThat(firestore.listCollections())
                    .extracting(CollectionReference::getId)
                    .allMatch(name -> name.startsWith("shop_"));
            try (ConfigurableApplicationContext shop = start(
                    new SpringApplicationBuilder(ShopApplication.class),
                    "--token-economy.store.firestore-project=" + project,
                    "--token-economy.store.firestore-emulator=" + emulator.host())) {
                assertThat(shop.getBean(Firestore.class)).isNotSameAs(firestore);
                assertThat(shop.getBean(TokenEconomy.class)
                                .ledger()
                                .balance(AccountId.of("alice"))
                                .available())
                        .isEqualTo(105);
            }
            firestore.shutdown();
        }
    }

    private static ConfigurableApplicationContext shop(Firestore firestore) {
        return start(new SpringApplicationBuilder(ShopApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "firestore", Firestore.class, () -> firestore, bean -> bean.setDestroyMethodName(""))));
    }

    private static ConfigurableApplicationContext start(SpringApplicationBuilder shop, String... more) {
        return shop.run(Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--spring.datasource.url=jdbc:h2:mem:firestore;DB_CLOSE_DELAY=-1",
                                "--token-economy.store.type=firestore",
                                "--token-economy.store.firestore-prefix=shop_"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
