package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.BuyerDetails;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CustomField;
import io.tokeneconomy.payment.CustomField.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What options add to the request of a checkout; that nothing is added without, {@link StripeRequestsTest} shows. */
class OptionRequestsTest {

    private static final CheckoutOptions NONE = CheckoutOptions.NONE;
    private static final CheckoutRequest REQUEST = Checkouts.request(Checkouts.INLINE);

    private final FakeStripe stripe = new FakeStripe();
    private final StripeGateway gateway = StripeGateway.builder()
            .secretKey("sk_test_sandbox")
            .webhookSecrets("whsec_1")
            .apiBase(stripe.base())
            .build();

    @AfterEach
    void stop() {
        stripe.close();
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                Arguments.of(NONE.with(Feature.PROMOTION_CODES), Map.of("allow_promotion_codes", "true")),
                Arguments.of(
                        NONE.with(Feature.AUTOMATIC_TAX),
                        Map.of("automatic_tax[enabled]", "true", "customer_update[address]", "auto")),
                Arguments.of(
                        NONE.with(Feature.RECOVERY, Feature.PROMOTION_CODES),
                        Map.of(
                                "after_expiration[recovery][enabled]", "true",
                                "after_expiration[recovery][allow_promotion_codes]", "true",
                                "allow_promotion_codes", "true")),
                Arguments.of(NONE.with(Feature.INVOICE), Map.of("invoice_creation[enabled]", "true")),
                Arguments.of(NONE.with(Feature.BILLING_ADDRESS), Map.of("billing_address_collection", "required")),
                Arguments.of(
                        NONE.with(Feature.TERMS_OF_SERVICE),
                        Map.of("consent_collection[terms_of_service]", "required")),
                Arguments.of(
                        NONE.with(Feature.SAVE_CARD), Map.of("payment_intent_data[setup_future_usage]", "off_session")),
                Arguments.of(NONE.withLocale("pt-BR"), Map.of("locale", "pt-BR")),
                Arguments.of(NONE.withSubmitType(SubmitType.PAY), Map.of("submit_type", "pay")),
                Arguments.of(NONE.withSubmitType(SubmitType.BOOK), Map.of("submit_type", "book")),
                Arguments.of(NONE.withSubmitType(SubmitType.DONATE), Map.of("submit_type", "donate")),
                Arguments.of(
                        NONE.withQuantities(1, 20),
                        Map.of(
                                "line_items[0][adjustable_quantity][enabled]", "true",
                                "line_items[0][adjustable_quantity][minimum]", "1",
                                "line_items[0][adjustable_quantity][maximum]", "20")),
                Arguments.of(
                        NONE.withBuyer(BuyerDetails.NONE.withReceiptTo("books@example.org")),
                        Map.of("payment_intent_data[receipt_email]", "books@example.org")),
                // the customer has it
                Arguments.of(NONE.withBuyer(BuyerDetails.NONE.withEmail("alice@example.org")), Map.of()),
                Arguments.of(
                        NONE.withBuyer(BuyerDetails.NONE.withFields(
                                CustomField.text("order", "Purchase order").optional(),
                                CustomField.dropdown("team", "Team", new Choice("r1", "Red & blue")))),
                        Map.ofEntries(
                                Map.entry("custom_fields[0][key]", "order"),
                                Map.entry("custom_fields[0][label][type]", "custom"),
                                Map.entry("custom_fields[0][label][custom]", "Purchase order"),
                                Map.entry("custom_fields[0][type]", "text"),
                                Map.entry("custom_fields[0][optional]", "true"),
                                Map.entry("custom_fields[1][key]", "team"),
                                Map.entry("custom_fields[1][label][type]", "custom"),
                                Map.entry("custom_fields[1][label][custom]", "Team"),
                                Map.entry("custom_fields[1][type]", "dropdown"),
                                Map.entry("custom_fields[1][optional]", "false"),
                                Map.entry("custom_fields[1][dropdown][options][0][value]", "r1"),
                                Map.entry("custom_fields[1][dropdown][options][0][label]", "Red & blue"))),
                Arguments.of(NONE.withSubmitText("Für & immer"), Map.of("custom_text[submit][message]", "Für & immer")),
                Arguments.of(
                        NONE.with(Feature.PROMOTION_CODES, Feature.INVOICE).withLocale("en-GB"),
                        Map.of(
                                "allow_promotion_codes", "true",
                                "invoice_creation[enabled]", "true",
                                "locale", "en-GB")));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void exactlyThisIsAdded(CheckoutOptions options, Map<String, String> added) {
        Map<String, String> expected = new HashMap<>(sent(REQUEST).form());
        expected.putAll(added);

        assertThat(sent(Checkouts.with(REQUEST, options)).form()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    @StripeRule(57)
    void anEmbeddedPageHasOneAddressInsteadOfTwo() {
        Map<String, String> expected = new HashMap<>(sent(REQUEST).form());
        expected.remove("cancel_url");
        expected.put("return_url", expected.remove("success_url"));
        expected.put("ui_mode", "embedded_page");

        assertThat(form(NONE.withPlacement(Placement.EMBEDDED))).containsExactlyInAnyOrderEntriesOf(expected);
        expected.put("redirect_on_completion", "if_required");
        assertThat(form(NONE.withPlacement(Placement.EMBEDDED_STAYING))).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private Map<String, String> form(CheckoutOptions options) {
        return sent(Checkouts.with(REQUEST, options)).form();
    }

    @Test
    @StripeRule(40)
    void severalOfAPackageAreSoManyTimesItsPrice() {
        CheckoutRequest three = Checkouts.request(Checkouts.INLINE.withQuantity(3));

        assertThat(sent(three).form())
                .containsEntry("line_items[0][quantity]", "3")
                .containsEntry("line_items[0][price_data][unit_amount]", "999");
    }

    /** Stripe refuses a key that comes again with other parameters. */
    @Test
    void otherOptionsHaveAnotherKeyAndTheSameHaveTheSame() {
        List<CheckoutOptions> all = Checkouts.options().toList();
        List<String> keys = all.stream().map(this::key).toList();

        assertThat(keys).doesNotHaveDuplicates().hasSize(all.size());
        assertThat(key(NONE.with(Feature.INVOICE, Feature.PROMOTION_CODES)))
                .isEqualTo(key(NONE.with(Feature.PROMOTION_CODES).with(Feature.INVOICE)))
                .hasSizeLessThanOrEqualTo(255);
    }

    private String key(CheckoutOptions options) {
        return sent(Checkouts.with(REQUEST, options)).headers().getOrDefault("Idempotency-key", "none");
    }

    private FakeStripe.Request sent(CheckoutRequest request) {
        stripe.answers(200, Checkouts.session());
        gateway.createSession(request);
        return stripe.requests().get(stripe.requests().size() - 1);
    }
}
