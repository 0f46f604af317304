package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * A customer's credit, as a number below zero: what an invoice gives back is kept there, and pays the next ones ({@code
 * docs.stripe.com/billing/customer/balance}).
 */
final class CustomerBalance {

    private static final String FIELD = "balance";

    private CustomerBalance() {}

    /** Decides what of the invoice's total is still to be paid. */
    static void apply(Tx tx, JsonObject invoice) {
        JsonObject customer = tx.find(Kind.CUSTOMER, Json.string(invoice, "customer"))
                .orElseThrow(() -> new IllegalStateException("an invoice has a customer"));
        long before = Json.number(customer, FIELD, 0);
        long sum = Math.addExact(before, Json.number(invoice, "total"));
        long after = Math.min(sum, 0);
        if (after != before) {
            customer.addProperty(FIELD, after);
            tx.put(Kind.CUSTOMER, customer);
        }
        invoice.addProperty("starting_balance", before);
        invoice.addProperty("ending_balance", after);
        invoice.addProperty("amount_due", Math.max(sum, 0));
        invoice.addProperty("amount_remaining", Math.max(sum, 0));
    }
}
