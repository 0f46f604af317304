package io.tokeneconomy.payment.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sandbox keeps: Stripe's objects, and its own notes on deliveries, answered requests and what it was told to do next. */
enum Kind {
    CUSTOMER("customer", "cus_", 14),
    PRODUCT("product", "prod_", 14),
    PRICE("price", "price_1", 23),
    SESSION("checkout.session", "cs_test_a1", 56),
    PAYMENT_INTENT("payment_intent", "pi_3", 23),
    CHARGE("charge", "ch_3", 23),
    PAYMENT_METHOD("payment_method", "pm_1", 23),
    EVENT("event", "evt_1", 23),
    WEBHOOK_ENDPOINT("webhook_endpoint", "we_1", 23),
    DELIVERY("sandbox.delivery", null, 0),
    ANSWER("sandbox.answer", null, 0),
    REFUND("refund", "re_3", 23),
    DISPUTE("dispute", "du_1", 23),
    BALANCE_TRANSACTION("balance_transaction", "txn_1", 23),
    SETTING("sandbox.setting", null, 0),
    COUPON("coupon", "", 8),
    PROMOTION_CODE("promotion_code", "promo_1", 23),
    SUBSCRIPTION("subscription", "sub_1", 23),
    SUBSCRIPTION_ITEM("subscription_item", "si_", 14),
    PLAN("plan", null, 0),
    INVOICE("invoice", "in_1", 23),
    INVOICE_LINE("line_item", "il_1", 23),
    INVOICE_PAYMENT("invoice_payment", "inpay_1", 23);

    private final String object;
    private final @Nullable String idStart;
    private final int randomLength;

    Kind(String object, @Nullable String idStart, int randomLength) {
        this.object = object;
        this.idStart = idStart;
        this.randomLength = randomLength;
    }

    /** The value of the {@code object} field; in the journal, the name of this kind. */
    String object() {
        return object;
    }

    String newId() {
        if (idStart == null) {
            throw new IllegalStateException(this + " is named by what it belongs to");
        }
        return Ids.random(idStart, randomLength);
    }

    static Optional<Kind> ofObject(@Nullable String object) {
        for (Kind kind : values()) {
            if (kind.object.equals(object)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
