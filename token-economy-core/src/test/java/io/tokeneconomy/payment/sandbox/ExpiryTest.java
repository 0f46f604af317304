package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final SettableTime time = new SettableTime();
    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().time(time).start();
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aSessionIsOpenUntilItsSecondHasCome() throws Exception {
        String id = shop.open().getId();
        time.advance(DAY.minusSeconds(1));
        assertThat(shop.read(id).getStatus()).isEqualTo("open");
        time.advance(Duration.ofSeconds(1));
        assertThat(shop.read(id).getStatus()).isEqualTo("expired");
        assertThat(shop.read(id).getUrl()).isNull();
        assertThat(sandbox.events())
                .singleElement()
                .matches(event -> event.type().equals("checkout.session.expired"));
    }

    @Test
    void aSessionExpiresWithoutBeingLookedAt() throws Exception {
        String id = shop.open().getId();
        time.advance(DAY);
        Eventually.until("expired", () -> !sandbox.events().isEmpty());
        assertThat(sandbox.events().get(0).objectId()).isEqualTo(id);
    }

    @Test
    void anExpiredSessionCannotBePaid() throws Exception {
        String id = shop.open().getId();
        time.advance(DAY);
        assertThat(sandbox.pay(id, "4242424242424242")).isInstanceOf(PayResult.NotPayable.class);
        assertThat(shop.read(id).getPaymentStatus()).isEqualTo("unpaid");
    }

    @Test
    void onlyAnOpenSessionCanBeExpired() throws Exception {
        String id = shop.open().getId();
        assertThat(shop.stripe().v1().checkout().sessions().expire(id).getStatus())
                .isEqualTo("expired");
        assertThatThrownBy(() -> shop.stripe().v1().checkout().sessions().expire(id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Only Checkout Sessions with a status in [\"open\"] can be expired");
        assertThatThrownBy(() -> sandbox.expire(id)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.expire("cs_test_nope")).isInstanceOf(SandboxException.class);
    }
}
