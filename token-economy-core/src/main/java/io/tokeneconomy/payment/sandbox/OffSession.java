package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * {@code POST /v1/payment_intents}: payments with a saved card while the buyer is away, confirmed at once
 * ({@code docs.stripe.com/payments/save-and-reuse}). A card that is refused leaves its payment behind, and the answer is
 * Stripe's {@code card_error} with it. Their events are told whatever was asked for: nothing else tells of them.
 */
final class OffSession {

    private static final String[] FIELDS = {
        "amount",
        "currency",
        "customer",
        "payment_method",
        "off_session",
        "confirm",
        "description",
        "metadata[*]",
        "automatic_payment_methods[enabled]",
        "automatic_payment_methods[allow_redirects]",
        "!amount_details[**]",
        "!application_fee_amount",
        "!capture_method",
        "!confirmation_method",
        "!customer_account",
        "!error_on_requires_action",
        "!mandate",
        "!mandate_data[**]",
        "!on_behalf_of",
        "!payment_method_data[**]",
        "!payment_method_options[**]",
        "!payment_method_types[#]",
        "!receipt_email",
        "!return_url",
        "!setup_future_usage",
        "!shipping[**]",
        "!statement_descriptor",
        "!statement_descriptor_suffix",
        "!transfer_data[**]",
        "!transfer_group",
        "!use_stripe_sdk"
    };

    private final Payments payments;
    private final DisputeBook disputes;

    OffSession(Payments payments, DisputeBook disputes) {
        this.payments = payments;
        this.disputes = disputes;
    }

    List<Route> routes() {
        return List.of(Route.post("/v1/payment_intents", Accepted.of(FIELDS), this::create));
    }

    private JsonObject create(Call call) {
        Params params = call.params();
        requireOffSession(params);
        JsonObject method = method(call.tx(), params);
        JsonObject intent = intent(call.tx(), params, method);
        TestCard card = TestCard.ofCharge(method);
        JsonObject charge = charge(call.tx(), intent, method, card);
        return card.refusalWhenAway()
                .map(refusal -> refused(call.tx(), intent, charge, refusal))
                .orElseGet(() -> paid(call.tx(), intent, charge, card));
    }

    private static void requireOffSession(Params params) {
        boolean away = Boolean.TRUE.equals(params.flag("off_session")) && Boolean.TRUE.equals(params.flag("confirm"));
        if (!away) {
            throw StripeError.invalid(
                    null, "off_session", "This sandbox makes PaymentIntents only with off_session and confirm.");
        }
        boolean stays =
                "never".equals(params.inside("automatic_payment_methods").text("allow_redirects"));
        if (!stays) {
            throw StripeError.invalid(
                    null,
                    "return_url",
                    "This PaymentIntent accepts payment methods that may redirect: give a `return_url`, or set"
                            + " automatic_payment_methods[allow_redirects] to never.");
        }
    }

    /** Stripe takes a saved card only together with its customer. */
    private static JsonObject method(Tx tx, Params params) {
        String customer = params.required("customer");
        Customers.referred(tx, "customer", customer);
        String id = params.required("payment_method");
        JsonObject method = tx.find(Kind.PAYMENT_METHOD, id)
                .orElseThrow(() -> StripeError.noReferent(Kind.PAYMENT_METHOD, "payment_method", id));
        if (!Json.is(method, "customer", customer)) {
            throw StripeError.invalid(
                    "payment_method_customer_mismatch",
                    "payment_method",
                    "The payment method " + id + " does not belong to the customer " + customer + ".");
        }
        return method;
    }

    private static JsonObject intent(Tx tx, Params params, JsonObject method) {
        Long amount = params.integer("amount", 1, PriceMaker.MAX_AMOUNT);
        if (amount == null) {
            throw StripeError.missingParam("amount");
        }
        JsonObject intent = new JsonObject();
        intent.addProperty("id", Kind.PAYMENT_INTENT.newId());
        intent.addProperty("object", Kind.PAYMENT_INTENT.object());
        intent.addProperty("created", tx.nowSeconds());
        intent.addProperty("amount", amount);
        intent.addProperty("currency", Currencies.required(params, "currency"));
        intent.add("customer", method.get("customer"));
        intent.add("description", Json.of(params.text("description")));
        intent.add("payment_method", method.get("id"));
        intent.add("metadata", Metadata.of(params));
        return intent;
    }

    /** A charge of the payment, of which nothing is decided yet. */
    static JsonObject charge(Tx tx, JsonObject intent, JsonObject method, TestCard card) {
        JsonObject charge = new JsonObject();
        charge.addProperty("id", Kind.CHARGE.newId());
        charge.addProperty("object", Kind.CHARGE.object());
        charge.addProperty("created", tx.nowSeconds());
        for (String field : List.of("amount", "currency", "customer", "description", "payment_method", "metadata")) {
            charge.add(field, intent.get(field).deepCopy());
        }
        charge.add("payment_intent", intent.get("id"));
        charge.add("billing_details", method.get("billing_details").deepCopy());
        charge.add("payment_method_details", Payments.method(card));
        charge.addProperty("paid", false);
        charge.addProperty(TestCard.NOTE, card.name());
        intent.add("latest_charge", charge.get("id"));
        return charge;
    }

    private JsonObject paid(Tx tx, JsonObject intent, JsonObject charge, TestCard card) {
        payments.succeedWithoutSession(tx, intent, charge);
        disputes.follow(tx, charge, card.aftermath());
        return intent;
    }

    private JsonObject refused(Tx tx, JsonObject intent, JsonObject charge, CardRefusal refusal) {
        JsonObject error = refuse(intent, charge, refusal);
        payments.failWithoutSession(tx, intent, charge);
        error.add("payment_intent", intent.deepCopy());
        JsonObject body = new JsonObject();
        body.add(CardRefusal.FIELD, error);
        return body;
    }

    /** The bank has refused. Answers the error. */
    static JsonObject refuse(JsonObject intent, JsonObject charge, CardRefusal refusal) {
        JsonObject error = refusal.json(Json.requiredString(charge, "id"));
        intent.add("last_payment_error", error.deepCopy());
        intent.addProperty("status", "requires_payment_method");
        JsonElement method = intent.get("payment_method");
        intent.add("payment_method", JsonNull.INSTANCE);
        charge.addProperty("status", "failed");
        charge.addProperty("captured", false);
        charge.addProperty("failure_code", refusal.code());
        charge.addProperty("failure_message", refusal.message());
        charge.add("payment_method", method);
        return error;
    }
}
