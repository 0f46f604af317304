package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.payment.ScriptedSubscriptions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices that the customer's balance pays in full, such as with what a downgrade gave back. */
class BalanceInvoiceTest extends SubscriptionCase {

    @Test
    @StripeRule(117)
    void theyAreNotFree() {
        other(shop(builder -> builder.creditFree(false), BASIC, PLUS));

        assertThat(paid(fromBalance(basic(0)))).isEqualTo(Outcome.CREDITED);

        assertThat(balance()).isEqualTo(500);
    }

    @Test
    @StripeRule(117)
    void forAnUnknownPlanTheyAreParked() {
        assertThat(paid(fromBalance(ScriptedSubscriptions.line("price_x", 777, month(0), month(1)))))
                .isEqualTo(Outcome.PARKED);

        assertThat(shop.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("no line"));
    }

    private Invoice fromBalance(Line line) {
        Invoice i = stripe().begin(subscribe(), line);
        return stripe().put(new Invoice(
                i.id(),
                i.mode(),
                i.paid(),
                i.reason(),
                i.currency(),
                i.subtotal(),
                i.total(),
                0,
                i.subscriptionId(),
                i.customerId(),
                List.of(),
                i.reversed(),
                i.metadata(),
                i.lines(),
                i.createdAt()));
    }
}
