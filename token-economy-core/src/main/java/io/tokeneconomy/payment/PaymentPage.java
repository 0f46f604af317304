package io.tokeneconomy.payment;

/** Where the buyer of an open checkout pays, or takes an expired one up again. */
public sealed interface PaymentPage {

    /**
     * A page of the provider's.
     *
     * @param url where to send the buyer
     */
    record Hosted(String url) implements PaymentPage {}

    /**
     * A page of the provider's that begins an expired checkout anew, for the same order at the same price.
     *
     * @param url where to send the buyer
     */
    record Recovery(String url) implements PaymentPage {}

    /**
     * A form of the provider's within a page of the shop's.
     *
     * @param clientSecret what the provider's script needs to show it; for this buyer's browser only, never for a log
     * @see <a href="https://docs.stripe.com/js/embedded_checkout/create">Stripe's createEmbeddedCheckoutPage</a>
     */
    record Embedded(String clientSecret) implements PaymentPage {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Embedded[secret hidden]";
        }
    }
}
