package io.tokeneconomy.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.BuyerDetails;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CustomField;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the settings may say of all checkouts, and what only one checkout can. */
class ShopWideOptionsTest {

    private static final CheckoutSettings SETTINGS = CheckoutSettings.at(URI.create("https://shop.example"));

    @Test
    void theAddressOfOneBuyerIsNotForAll() {
        BuyerDetails alice = BuyerDetails.NONE.withEmail("alice@example.org");

        assertThatThrownBy(() -> SETTINGS.withOptions(CheckoutOptions.NONE.withBuyer(alice)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("options.buyer.email is \"hidden\", allowed is: none")
                .hasMessageNotContaining("alice");
    }

    @Test
    void receiptsAndQuestionsAreForAll() {
        CheckoutOptions asking = CheckoutOptions.NONE.withBuyer(BuyerDetails.NONE
                .withReceiptTo("books@example.org")
                .withFields(CustomField.text("order", "Purchase order")));

        assertThat(SETTINGS.withOptions(asking).options()).isEqualTo(asking);
    }
}
