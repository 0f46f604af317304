package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole purchase, in every container and below every context path. */
class JourneyTest {

    static Stream<Arguments> places() {
        Container.Kind jetty = Container::jetty;
        Container.Kind tomcat = Container::tomcat;
        return Stream.of(
                Arguments.of("Jetty", jetty, ""),
                Arguments.of("Jetty", jetty, "/my-shop"),
                Arguments.of("Tomcat", tomcat, ""),
                Arguments.of("Tomcat", tomcat, "/my-shop"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("places")
    void buyPaySee(String name, Container.Kind kind, String contextPath) {
        try (Shop shop = Shop.options().on(kind).at(contextPath).open()) {
            Browser alice = shop.signedIn("alice");

            String id = alice.post("/api/tokens/create-checkout-session", "{\"package\":\"popular\"}")
                    .text("id");
            shop.gateway.pay(id);
            Answer webhook = shop.provider().post("/api/stripe/webhook", "COMPLETED " + id);
            Answer page = alice.get("/tokens/success?session_id=" + id);
            Answer confirm = alice.post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + id + "\"}");

            assertThat(webhook.body()).isEqualTo("{\"result\":\"CREDITED\"}");
            assertThat(page.body()).contains("Thank you!", "<dd part=\"figure\">110 tokens</dd>");
            assertThat(confirm.text("result")).isEqualTo("ALREADY_DONE");
            assertThat(alice.get("/api/tokens/balance").text("available")).isEqualTo("110");
            assertThat(alice.get("/api/tokens/transactions")
                            .field("transactions")
                            .getAsJsonArray())
                    .hasSize(1);
            assertThat(alice.get("/tokens/assets/components.js").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("places")
    void edgesOfTheProtocolAreTheSameEverywhere(String name, Container.Kind kind, String contextPath) {
        try (Shop shop = Shop.options().on(kind).at(contextPath).open()) {
            Browser alice = shop.browser("alice");

            assertThat(alice.get("/api/tokens/balance;jsessionid=x").status()).isEqualTo(200);
            assertThat(alice.get("/api/tokens/balance/").body()).startsWith("host ");
            assertThat(alice.get("/elsewhere?x=1").body()).isEqualTo("host " + contextPath + "/elsewhere REQUEST");
            assertThat(shop.browser(null).get("/api/tokens/balance").status()).isEqualTo(401);
            assertThat(alice.get("/api/tokens/session").headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .matches("__Host-te-sid=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
        }
    }
}
