package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Signing.header;
import static io.tokeneconomy.payment.stripe.Signing.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.MalformedEventException;
import io.tokeneconomy.payment.PaymentEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WebhookPropertyTest {

    private static final String EVENT = """
        {"id":"evt_1","object":"event","api_version":null,"livemode":false,"type":"checkout.session.completed",
         "data":{"object":{"id":"cs_test_a1","metadata":{"purchase_type":"token_package","n":"1"}}}}\
        """;

    private final StripeGateway gateway = Signing.gateway();

    @Property(tries = 2_000)
    @StripeRule(8)
    void anyBytesUnderAnyHeaderAreRefusedAsUnproven(@ForAll byte[] body, @ForAll("headers") String header) {
        assertThatThrownBy(() -> gateway.verify(body, header)).isInstanceOf(InvalidSignatureException.class);
    }

    @Property(tries = 2_000)
    @StripeRule(15)
    void anySignedBytesAreRefusedAsMalformed(@ForAll @Size(max = 200) byte[] body) {
        assertThatThrownBy(() -> gateway.verify(body, header(body))).isInstanceOf(MalformedEventException.class);
    }

    @Property(tries = 2_000)
    void aSignedEventWithAnyByteReplacedIsReadOrMalformed(
            @ForAll @IntRange(max = 200) int position, @ForAll byte replacement) {
        byte[] body = utf8(EVENT);
        body[position % body.length] = replacement;
        try {
            PaymentEvent event = gateway.verify(body, header(body));
            assertThat(event.envelope().id()).isNotBlank();
        } catch (MalformedEventException e) {
            assertThat(e).hasNoCause();
        }
    }

    @Property(tries = 2_000)
    @StripeRule(5)
    void oneChangedBitOfTheBodyVoidsTheSignature(
            @ForAll @IntRange(max = 200) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] body = utf8(EVENT);
        String header = header(body);
        body[position % body.length] ^= (byte) (1 << bit);

        assertThatThrownBy(() -> gateway.verify(body, header)).isInstanceOf(InvalidSignatureException.class);
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> parts = Arbitraries.of(
                "t", "v1", "v0", "=", ",", " ", "" + Signing.NOW, "-1", "0", "a".repeat(64), "é", "\u0000", "🪙");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(100),
                parts.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofLength(64).map(hex -> "t=" + Signing.NOW + ",v1=" + hex));
    }
}
