package io.tokeneconomy.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.param.checkout.SessionCreateParams;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutOptions.Quantities;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutOptionsTest {

    private static final CheckoutOptions NONE = CheckoutOptions.NONE;

    @Test
    void everythingIsOffUntilItIsSwitchedOn() {
        CheckoutOptions some = NONE.with(Feature.INVOICE).with(Feature.PROMOTION_CODES, Feature.INVOICE);

        assertThat(some.features()).containsExactlyInAnyOrder(Feature.INVOICE, Feature.PROMOTION_CODES);
        assertThat(some.has(Feature.INVOICE)).isTrue();
        assertThat(some.has(Feature.AUTOMATIC_TAX)).isFalse();
        assertThat(NONE)
                .isEqualTo(new CheckoutOptions(Set.of(), null, null, null, Placement.HOSTED, null, BuyerDetails.NONE));
    }

    private static final BuyerDetails BUYER = BuyerDetails.NONE.withEmail("alice@example.org");

    @Test
    void whatIsSwitchedOffIsOffAndTheRestStays() {
        CheckoutOptions some = NONE.with(Feature.INVOICE, Feature.RECOVERY).withLocale("de");

        assertThat(some.without(Feature.RECOVERY))
                .isEqualTo(NONE.with(Feature.INVOICE).withLocale("de"));
        assertThat(NONE.without(Feature.RECOVERY)).isEqualTo(NONE);
    }

    @Test
    void eachChangeKeepsTheRest() {
        CheckoutOptions all = NONE.withSubmitText("Thank you")
                .withSubmitType(SubmitType.PAY)
                .withLocale("de")
                .withPlacement(Placement.EMBEDDED)
                .withBuyer(BUYER)
                .withQuantities(1, 5)
                .with(Feature.INVOICE);

        assertThat(all)
                .isEqualTo(new CheckoutOptions(
                        Set.of(Feature.INVOICE),
                        "de",
                        SubmitType.PAY,
                        "Thank you",
                        Placement.EMBEDDED,
                        new Quantities(1, 5),
                        BUYER));
        assertThat(NONE.withQuantities(1, 5)
                        .withPlacement(Placement.EMBEDDED)
                        .with(Feature.INVOICE)
                        .withLocale("de")
                        .withSubmitType(SubmitType.PAY)
                        .withSubmitText("Thank you")
                        .withBuyer(BUYER))
                .isEqualTo(all);
    }

    @Test
    void theGivenSetIsCopied() {
        EnumSet<Feature> given = EnumSet.of(Feature.INVOICE);
        CheckoutOptions options =
                new CheckoutOptions(given, null, null, null, Placement.HOSTED, null, BuyerDetails.NONE);
        given.clear();

        assertThat(options.has(Feature.INVOICE)).isTrue();
        assertThatThrownBy(() -> options.features().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** An idempotency key is made of it, in every process the same. */
    @Test
    void theTextDoesNotDependOnTheOrderOfSwitching() {
        assertThat(NONE.with(Feature.TERMS_OF_SERVICE, Feature.INVOICE, Feature.AUTOMATIC_TAX))
                .hasToString("CheckoutOptions[features=[AUTOMATIC_TAX, INVOICE, TERMS_OF_SERVICE], locale=null,"
                        + " submitType=null, submitText=null, placement=HOSTED, quantities=null,"
                        + " buyer=BuyerDetails[email=null, receiptEmail=null, fields=[]]]");
    }

    @Test
    void onlyAHostedPageCanBeTakenUpAgain() {
        assertThatThrownBy(() -> NONE.with(Feature.RECOVERY).withPlacement(Placement.EMBEDDED))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("placement")
                .hasMessageContaining("RECOVERY");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "2, 1", "1, 1000000", "1, 0"})
    void otherBoundsOfTheQuantityAreRefused(long minimum, long maximum) {
        assertThatThrownBy(() -> NONE.withQuantities(minimum, maximum))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("quantity");
    }

    @Test
    void theLocalesAreStripes() {
        assertThat(CheckoutOptions.LOCALES)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SessionCreateParams.Locale.values())
                        .map(SessionCreateParams.Locale::getValue)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DE", "de-DE", "en_GB", "tlh"})
    void anotherLocaleIsRefused(String locale) {
        assertThatThrownBy(() -> NONE.withLocale(locale))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("locale")
                .hasMessageContaining("en-GB");
    }

    @Test
    void theTextHasEdges() {
        assertThat(NONE.withSubmitText("ü".repeat(1_200)).submitText()).hasSize(1_200);
        assertThatThrownBy(() -> NONE.withSubmitText("x".repeat(1_201)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("1 to 1200");
        assertThatThrownBy(() -> NONE.withSubmitText(" ")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> NONE.withSubmitText("a\nb")).isInstanceOf(InvalidValueException.class);
    }
}
