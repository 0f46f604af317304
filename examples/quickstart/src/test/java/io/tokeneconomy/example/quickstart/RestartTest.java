package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing, in this process and as a process of its own. */
class RestartTest {

    @TempDir
    Path data;

    @Test
    void tokensPurchasesAndSignInsOutliveARestart() throws Exception {
        Map<String, String> environment = Map.of("PORT", "0", "SANDBOX_PORT", "0", "DATA_DIR", data.toString());
        Buyer alice;
        Buyer.Checkout open;
        try (Shop shop = Shops.open(environment)) {
            alice = Buyer.signIn(shop.baseUrl(), "alice");
            alice.buy("popular");
            alice.generate("before");
            open = alice.checkout("starter");
        }
        try (Shop shop = Shops.open(environment)) {
            Buyer back = alice.at(shop.baseUrl());

            assertThat(back.balance()).isEqualTo(105);
            assertThat(back.generate("before").body()).contains("\"replayed\":true");
            assertThat(back.get("/tokens/success?session_id=" + open.id()).statusCode())
                    .isEqualTo(200);
            assertThat(back.buy("starter").id()).isNotEqualTo(open.id());
            assertThat(back.balance()).isEqualTo(155);
        }
    }

    @Test
    void aTakenPortIsNamedWithItsVariable(@TempDir Path other) {
        try (Shop shop = Shops.open(Shops.alone(data))) {
            String port = Integer.toString(shop.baseUrl().getPort());
            Map<String, String> environment = Shops.alone(other);

            assertThatThrownBy(() -> Shops.open(Shops.with(environment, "PORT", port)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContainingAll("port " + port, "Set PORT to");
            assertThatThrownBy(() -> Shops.open(Shops.with(environment, "SANDBOX_PORT", port)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContainingAll("port " + port, "Set SANDBOX_PORT to");
        }
    }

    @Test
    void aDataDirThatCannotBeIsRefused() throws Exception {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> Shops.open(Shops.alone(file.resolve("below")))).hasMessageStartingWith("DATA_DIR is ");
    }

    @Test
    void theProcessEndsAtOnceAndQuietly() throws Exception {
        try (ShopProcess process = ShopProcess.start(Shops.alone(data))) {
            Buyer.signIn(process.url(), "alice").buy("popular");

            assertThat(process.stop()).isEqualTo(143);
            assertThat(process.log())
                    .contains("✅ Token purchase completed successfully")
                    .doesNotContain("Exception", "\tat ", "jetty");
        }
    }

    @Test
    void aProcessThatCannotStartSaysWhyInOneLine(@TempDir Path other) throws Exception {
        try (Shop shop = Shops.open(Shops.alone(data));
                ShopProcess process = ShopProcess.start(Shops.with(
                        Shops.alone(other),
                        "PORT",
                        Integer.toString(shop.baseUrl().getPort())))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.log()).contains("Set PORT to a free port").doesNotContain("\n");
        }
    }
}
