package io.tokeneconomy.payment.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AfterExpiration;
import com.stripe.param.checkout.SessionCreateParams.AutomaticTax;
import com.stripe.param.checkout.SessionCreateParams.BillingAddressCollection;
import com.stripe.param.checkout.SessionCreateParams.ConsentCollection;
import com.stripe.param.checkout.SessionCreateParams.CustomText;
import com.stripe.param.checkout.SessionCreateParams.CustomerUpdate;
import com.stripe.param.checkout.SessionCreateParams.InvoiceCreation;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import java.util.Arrays;

/** Says in Stripe's words what a payment page offers; what is off is not mentioned. */
final class SessionOptions {

    private SessionOptions() {}

    static void add(SessionCreateParams.Builder params, CheckoutOptions options) {
        options.features().forEach(feature -> add(params, feature, options));
        if (options.locale() != null) {
            params.setLocale(locale(options.locale()));
        }
        if (options.submitType() != null) {
            params.setSubmitType(submitType(options.submitType()));
        }
        if (options.submitText() != null) {
            params.setCustomText(CustomText.builder()
                    .setSubmit(CustomText.Submit.builder()
                            .setMessage(options.submitText())
                            .build())
                    .build());
        }
        options.buyer().fields().forEach(field -> params.addCustomField(CustomFieldRequests.param(field)));
    }

    private static void add(SessionCreateParams.Builder params, Feature feature, CheckoutOptions options) {
        switch (feature) {
            case PROMOTION_CODES -> params.setAllowPromotionCodes(true);
            case AUTOMATIC_TAX -> addTax(params);
            case INVOICE ->
                params.setInvoiceCreation(
                        InvoiceCreation.builder().setEnabled(true).build());
            case BILLING_ADDRESS -> params.setBillingAddressCollection(BillingAddressCollection.REQUIRED);
            case SAVE_CARD -> {} // of the payment, see SessionRequests
            case RECOVERY -> params.setAfterExpiration(recovery(options.has(Feature.PROMOTION_CODES)));
            case TERMS_OF_SERVICE ->
                params.setConsentCollection(ConsentCollection.builder()
                        .setTermsOfService(ConsentCollection.TermsOfService.REQUIRED)
                        .build());
        }
    }

    private static AfterExpiration recovery(boolean promotionCodes) {
        return AfterExpiration.builder()
                .setRecovery(AfterExpiration.Recovery.builder()
                        .setEnabled(true)
                        .setAllowPromotionCodes(promotionCodes)
                        .build())
                .build();
    }

    /** Our customers have no address; Stripe refuses to compute taxes for one unless it may keep the one typed. */
    private static void addTax(SessionCreateParams.Builder params) {
        params.setAutomaticTax(AutomaticTax.builder().setEnabled(true).build())
                .setCustomerUpdate(CustomerUpdate.builder()
                        .setAddress(CustomerUpdate.Address.AUTO)
                        .build());
    }

    private static SessionCreateParams.Locale locale(String tag) {
        return Arrays.stream(SessionCreateParams.Locale.values())
                .filter(locale -> locale.getValue().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static SessionCreateParams.SubmitType submitType(SubmitType type) {
        return switch (type) {
            case PAY -> SessionCreateParams.SubmitType.PAY;
            case BOOK -> SessionCreateParams.SubmitType.BOOK;
            case DONATE -> SessionCreateParams.SubmitType.DONATE;
        };
    }
}
