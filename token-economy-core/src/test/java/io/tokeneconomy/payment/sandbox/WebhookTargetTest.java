package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetTest {

    private static final String SECRET = "whsec_Hidden";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://Hidden@shop.example/hook",
                "https://me:Hidden@shop.example",
                "http://me:Hidden@shop_name/hook",
                "ftp://me:Hidden@shop.example",
                "//me:Hidden@shop.example/hook",
                "me:Hidden@shop.example",
                "http:Hidden@shop.example",
                "/hook?key=Hidden"
            })
    void anAddressThatIsRefusedShowsNoPassword(String address) {
        assertThatThrownBy(() -> new WebhookTarget(URI.create(address), SECRET))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("webhook"))
                .hasMessageNotContaining("Hidden");
    }

    @Test
    void itShowsWhereEventsGoAndNothingSecret() {
        URI address = URI.create("http://localhost:8080/hook@v1?key=Hidden#Hidden");
        assertThat(new WebhookTarget(address, SECRET)).hasToString("http://localhost:8080/hook@v1");
    }

    @Test
    void anAddressHasAtMostTwoThousandCharacters() {
        String longest = "http://localhost/" + "a".repeat(1_983);
        assertThat(new WebhookTarget(URI.create(longest), SECRET).uri()).hasPath(longest.substring(16));
        assertThatThrownBy(() -> new WebhookTarget(URI.create(longest + "a"), SECRET))
                .isInstanceOf(InvalidValueException.class);
    }
}
