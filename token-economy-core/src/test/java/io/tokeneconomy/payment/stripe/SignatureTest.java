package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Signing.NOW;
import static io.tokeneconomy.payment.stripe.Signing.OTHER_SECRET;
import static io.tokeneconomy.payment.stripe.Signing.SECRET;
import static io.tokeneconomy.payment.stripe.Signing.header;
import static io.tokeneconomy.payment.stripe.Signing.signature;
import static io.tokeneconomy.payment.stripe.Signing.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.PaymentEvent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String TEXT = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"a.b\",\"livemode\":false,"
            + "\"data\":{\"object\":{\"name\":\"Zoë 🪙\"}}}\r\n";
    private static final byte[] BODY = utf8(TEXT);
    private static final String GOOD = signature(BODY, SECRET, NOW);

    private final StripeGateway gateway = Signing.gateway();

    @Test
    @StripeRule(5)
    void whatStripesOwnLibrarySignsIsAccepted() throws Exception {
        String header = Webhook.Signature.generateSignatureHeader(TEXT, SECRET, NOW);

        PaymentEvent event = gateway.verify(BODY, header);

        assertThat(event.envelope().id()).isEqualTo("evt_1");
        assertThat(event.envelope().payload()).isEqualTo(TEXT);
    }

    @Test
    @StripeRule({4, 11})
    void everySecretIsTried() {
        assertThat(gateway.verify(BODY, header(BODY, OTHER_SECRET, NOW))).isInstanceOf(PaymentEvent.Other.class);
    }

    static Stream<String> goodHeaders() {
        return Stream.of(
                "t=" + NOW + ",v1=" + GOOD,
                "v1=" + GOOD + ",t=" + NOW,
                " t = " + NOW + " , v1 = " + GOOD + " ",
                "t=" + NOW + ",v1=" + "0".repeat(64) + ",v1=" + GOOD,
                "t=" + NOW + ",v1=" + GOOD + ",v1=" + "0".repeat(64),
                "t=" + NOW + ",v0=" + "0".repeat(64) + ",v9=x=y,v1=" + GOOD,
                "t=" + NOW + ",v1=" + signature(BODY, "whsec_unknown", NOW) + ",v1="
                        + signature(BODY, OTHER_SECRET, NOW));
    }

    @ParameterizedTest
    @MethodSource("goodHeaders")
    @StripeRule(9)
    void anyMatchingV1IsEnough(String header) {
        assertThat(gateway.verify(BODY, header).envelope().id()).isEqualTo("evt_1");
    }

    static Stream<String> badHeaders() {
        return Stream.of(
                "",
                "   ",
                ",",
                "=",
                "t",
                "v1",
                GOOD,
                "t=" + NOW,
                "v1=" + GOOD,
                "t=,v1=" + GOOD,
                "t=abc,v1=" + GOOD,
                "t=-1,v1=" + GOOD,
                "t=" + NOW + ".0,v1=" + GOOD,
                "t=9999999999999999999999,v1=" + GOOD,
                "t=999999999999,v1=" + GOOD,
                "t=" + NOW + ",t=" + NOW + ",v1=" + GOOD,
                "t=" + NOW + ",v1",
                "t=" + NOW + ",v1=",
                "t=" + NOW + ",v1=" + GOOD + ",junk",
                "t=" + NOW + ",v1=" + GOOD + ",",
                "t=" + NOW + ",v0=" + GOOD,
                "t=" + NOW + ",V1=" + GOOD,
                "t=" + NOW + ",v1=" + GOOD.substring(1),
                "t=" + NOW + ",v1=" + GOOD + "0",
                "t=" + NOW + ",v1=" + GOOD.replace('a', 'é'),
                "t=" + NOW + ";v1=" + GOOD,
                "t=" + (NOW - 1) + ",v1=" + GOOD,
                "t=" + NOW + ",v1=" + signature(BODY, "whsec_unknown", NOW),
                "t=" + NOW + ",v1=" + GOOD + ",x=" + "x".repeat(SignatureHeader.MAX_LENGTH));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("badHeaders")
    @StripeRule({8, 9})
    void everyFaultOfTheHeaderIsRefusedWithoutRepeatingIt(String header) {
        assertThatThrownBy(() -> gateway.verify(BODY, header))
                .isInstanceOf(InvalidSignatureException.class)
                .hasNoCause()
                .message()
                .doesNotContain(GOOD, SECRET, OTHER_SECRET, "evt_1");
    }

    @Test
    void theLongestHeaderIsStillRead() {
        String start = "t=" + NOW + ",v1=" + GOOD + ",x=";
        String longest = start + "x".repeat(SignatureHeader.MAX_LENGTH - start.length());

        assertThat(gateway.verify(BODY, longest).envelope().id()).isEqualTo("evt_1");
        assertThatThrownBy(() -> gateway.verify(BODY, longest + "x")).isInstanceOf(InvalidSignatureException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    @StripeRule(10)
    void aSignatureWithinTheToleranceIsAccepted(long offset) {
        assertThat(gateway.verify(BODY, header(BODY, SECRET, NOW + offset))
                        .envelope()
                        .id())
                .isEqualTo("evt_1");
    }

    @ParameterizedTest
    @ValueSource(longs = {-NOW, -31_536_000, -301, 301, 31_536_000})
    @StripeRule(10)
    void aSignatureOutsideTheToleranceIsRefusedAlsoFromTheFuture(long offset) {
        assertThatThrownBy(() -> gateway.verify(BODY, header(BODY, SECRET, NOW + offset)))
                .isInstanceOf(InvalidSignatureException.class)
                .hasMessageContaining("300 seconds");
    }

    static Stream<byte[]> alteredBodies() {
        return Stream.of(
                utf8(TEXT.replace("\r\n", "\n")),
                utf8(TEXT.strip()),
                utf8(TEXT.replace(":", ": ")),
                utf8(TEXT.replace("ë", "\\u00eb")),
                utf8(TEXT.replace("ë", "e\u0308")),
                utf8("\uFEFF" + TEXT),
                TEXT.replace("🪙", "?").getBytes(StandardCharsets.ISO_8859_1),
                new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("alteredBodies")
    @StripeRule(5)
    void aBodyThatIsNotByteForByteTheSignedOneIsRefused(byte[] altered) {
        assertThatThrownBy(() -> gateway.verify(altered, header(BODY))).isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    @StripeRule(16)
    void aBodyOverTheLimitIsRefusedUnread() {
        byte[] largest = new byte[StripeGateway.MAX_PAYLOAD_BYTES];
        byte[] larger = new byte[StripeGateway.MAX_PAYLOAD_BYTES + 1];

        assertThatThrownBy(() -> gateway.verify(largest, header(largest)))
                .isNotInstanceOf(InvalidSignatureException.class);
        assertThatThrownBy(() -> gateway.verify(larger, header(larger)))
                .isInstanceOf(InvalidSignatureException.class)
                .hasMessageContaining("2097152");
    }
}
