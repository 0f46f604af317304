package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.payment.Invoice.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same invoice in the words of old and new API versions. */
class InvoiceReadTest {

    private static final Instant START = Instant.ofEpochSecond(1_700_000_000L);
    private static final Instant END = Instant.ofEpochSecond(1_702_592_000L);

    private static final String COMMON = """
            "id": "in_1", "object": "invoice", "livemode": false, "status": "paid", "currency": "usd",
            "billing_reason": "subscription_cycle", "subtotal": 999, "total": 899, "amount_paid": 899,
            "customer": "cus_1", "created": 1700000000,
            """;

    private static final String OLD = "{" + COMMON + """
            "subscription": "sub_1", "payment_intent": "pi_1", "charge": "ch_1", "paid": true,
            "subscription_details": {"metadata": {"user_id": "alice"}},
            "lines": {"has_more": false, "data": [{"id": "il_1", "amount": 999, "quantity": 1, "proration": false,
              "price": {"id": "price_1"}, "plan": {"id": "price_1"}, "type": "subscription",
              "period": {"start": 1700000000, "end": 1702592000}}]}}
            """;

    private static final String NEW = "{" + COMMON + """
            "parent": {"type": "subscription_details", "subscription_details": {"subscription": "sub_1",
              "metadata": {"user_id": "alice"}}},
            "payments": {"has_more": false, "data": [
              {"id": "inpay_0", "status": "canceled", "payment": {"type": "payment_intent", "payment_intent": "pi_0"}},
              {"id": "inpay_1", "status": "paid", "payment": {"type": "payment_intent", "payment_intent": "pi_1"}}]},
            "lines": {"has_more": false, "data": [{"id": "il_1", "amount": 999, "quantity": 1,
              "pricing": {"type": "price_details", "price_details": {"price": "price_1", "product": "prod_1"}},
              "parent": {"type": "subscription_item_details", "subscription_item_details": {"proration": false}},
              "period": {"start": 1700000000, "end": 1702592000}}]}}
            """;

    @Test
    @StripeRule({116, 119})
    void isReadAlikeFromOldAndNewShapes() {
        Invoice old = read(OLD);

        assertThat(old.payments()).containsExactly("pi_1");
        assertThat(old.subscriptionId()).isEqualTo("sub_1");
        assertThat(old.metadata()).isEqualTo(Map.of("user_id", "alice"));
        assertThat(old.reason()).isEqualTo(Reason.CYCLE);
        assertThat(old.lines()).containsExactly(new Line("price_1", 999, 1, false, START, END));
        assertThat(read(NEW)).isEqualTo(old);
    }

    @Test
    @StripeRule(116)
    void prorationsAndPlansOfEveryVersionAreSeen() {
        String withoutPrice = OLD.replace("\"price\": {\"id\": \"price_1\"},", "");
        String item = NEW.replace("subscription_item_details", "invoice_item_details")
                .replace("\"proration\": false", "\"proration\": true");

        assertThat(read(withoutPrice).lines().get(0).priceId()).isEqualTo("price_1");
        assertThat(read(OLD.replace("\"proration\": false", "\"proration\": true"))
                        .lines()
                        .get(0)
                        .proration())
                .isTrue();
        assertThat(read(item).lines().get(0).proration()).isTrue();
    }

    @Test
    void creditNotesFromBeforeThePaymentLowerTheTotal() {
        String credited = NEW.replace("\"total\": 899,", "\"total\": 899, \"pre_payment_credit_notes_amount\": 99,");

        assertThat(read(credited).total()).isEqualTo(800);
    }

    @Test
    void theSubscriptionSaysWhatTheInvoiceDoesNot() {
        String whole = NEW.replace("\"metadata\": {\"user_id\": \"alice\"}", "\"metadata\": null")
                .replace(
                        "\"subscription\": \"sub_1\"",
                        "\"subscription\": {\"id\": \"sub_1\", \"metadata\": {\"user_id\": \"bob\"}}");

        assertThat(read(whole).metadata()).isEqualTo(Map.of("user_id", "bob"));
        assertThat(read(whole).subscriptionId()).isEqualTo("sub_1");
    }

    @Test
    @StripeRule(117)
    void reasonsThatAreNotOfPeriodsAreOthers() {
        for (String reason : List.of("manual", "subscription_threshold", "subscription", "something_new")) {
            assertThat(read(NEW.replace("subscription_cycle", reason)).reason()).isEqualTo(Reason.OTHER);
        }
        assertThat(read(NEW.replace("subscription_cycle", "subscription_create"))
                        .reason())
                .isEqualTo(Reason.CREATE);
        assertThat(read(NEW.replace("subscription_cycle", "subscription_update"))
                        .reason())
                .isEqualTo(Reason.UPDATE);
        assertThat(read(NEW.replace("\"status\": \"paid\"", "\"status\": \"open\""))
                        .paid())
                .isFalse();
    }

    private static Invoice read(String json) {
        JsonObject invoice = JsonParser.parseString(json).getAsJsonObject();
        return Invoices.read(invoice, false, List.of());
    }
}
