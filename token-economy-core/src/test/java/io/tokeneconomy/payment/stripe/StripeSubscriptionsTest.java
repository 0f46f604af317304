package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Signing.header;
import static io.tokeneconomy.payment.stripe.Signing.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.PaymentEvent.InvoicePaid;
import io.tokeneconomy.payment.PaymentEvent.Other;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.SubscriptionGateway;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What Stripe is asked about invoices, and what its events say of them. */
class StripeSubscriptionsTest {

    private static final String LINE = "{\"object\":\"line_item\",\"id\":\"%s\",\"amount\":%d,\"quantity\":1,"
            + "\"period\":{\"start\":1700000000,\"end\":1702592000}}";
    private static final String INVOICE = "{\"object\":\"invoice\",\"id\":\"in_1\",\"livemode\":false,"
            + "\"status\":\"paid\",\"currency\":\"usd\",\"billing_reason\":\"subscription_cycle\",\"subtotal\":999,"
            + "\"total\":999,\"amount_paid\":999,\"created\":1700000000,\"payments\":{\"object\":\"list\",\"data\":["
            + "{\"object\":\"invoice_payment\",\"status\":\"paid\",\"payment\":{\"payment_intent\":\"pi_1\"}}]},"
            + "\"lines\":{\"object\":\"list\",\"has_more\":%s,\"data\":[" + LINE.formatted("il_1", 999) + "]}}";
    private static final String INTENT = "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"latest_charge\":"
            + "{\"object\":\"charge\",\"id\":\"ch_1\",\"disputed\":false,\"amount_refunded\":%d}}";

    private final FakeStripe stripe = new FakeStripe();
    private final SubscriptionGateway gateway = StripeGateway.builder()
            .secretKey("sk_test_sandbox")
            .webhookSecrets("whsec_1")
            .apiBase(stripe.base())
            .build()
            .subscriptions()
            .orElseThrow();

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void anInvoiceIsReadWithItsPaymentAndAllItsLines() {
        stripe.answers(200, INVOICE.formatted("true"))
                .answers(200, list(true, LINE.formatted("il_2", -1)))
                .answers(200, list(false, LINE.formatted("il_3", -2)))
                .answers(200, INTENT.formatted(5));

        Invoice invoice = gateway.invoice("in_1").orElseThrow();

        assertThat(invoice.reversed()).isTrue();
        assertThat(invoice.lines()).extracting(Invoice.Line::amount).containsExactly(999L, -1L, -2L);
        assertThat(stripe.requests())
                .extracting(FakeStripe.Request::path)
                .containsExactly(
                        "/v1/invoices/in_1?expand[0]=payments&expand[1]=parent.subscription_details.subscription",
                        "/v1/invoices/in_1/lines?limit=100&starting_after=il_1",
                        "/v1/invoices/in_1/lines?limit=100&starting_after=il_2",
                        "/v1/payment_intents/pi_1?expand[0]=latest_charge");
    }

    @Test
    void anInvoiceIsFoundByItsPaymentItsChargeAndItsCheckout() {
        stripe.answers(200, "{\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"}")
                .answers(200, list(false, "{\"object\":\"invoice_payment\",\"id\":\"inpay_1\",\"invoice\":\"in_1\"}"))
                .answers(200, INVOICE.formatted("false"))
                .answers(200, INTENT.formatted(0));
        assertThat(gateway.invoicePaidBy("ch_1").orElseThrow().id()).isEqualTo("in_1");
        assertThat(stripe.requests().get(1).path())
                .contains("/v1/invoice_payments?", "payment[type]=payment_intent", "payment[payment_intent]=pi_1");

        stripe.answers(200, "{\"object\":\"checkout.session\",\"id\":\"cs_1\",\"invoice\":null}");
        assertThat(gateway.invoiceOf("cs_1")).isEmpty();
        stripe.fails(404, "invalid_request_error", "resource_missing", "invoice", "No such invoice");
        assertThat(gateway.invoice("in_2")).isEmpty();
        assertThat(gateway.invoice("../customers")).isEmpty();
        assertThat(gateway.invoicePaidBy("seti_1")).isEmpty();
    }

    @Test
    void paidInvoicesComeAPageAtATime() {
        stripe.answers(200, list(true, INVOICE.formatted("false")));

        WindowPage<Invoice> page = gateway.paidInvoices(
                new WindowQuery(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_009_000), "in_0", 1));

        assertThat(page.items()).extracting(Invoice::payments).containsExactly(List.of("pi_1"));
        assertThat(page.next()).isEqualTo("in_1");
        assertThat(stripe.onlyRequest().path())
                .contains("created[gte]=1694643200", "created[lt]=1700009000", "status=paid", "starting_after=in_0");
    }

    /** Stripe lists by creation, and may try for two months to have an invoice paid. */
    @Test
    void whatWasPaidSinceTheWindowBeganIsListedHoweverOldItIs() {
        String old = INVOICE.replace(
                "1700000000,\"payments", "1695000000,\"status_transitions\":{\"paid_at\":%d},\"payments");
        String before = old.replace("in_1", "in_before").formatted(1_699_999_999, "false");
        String late = old.replace("in_1", "in_late").formatted(1_700_000_000, "false");
        stripe.answers(200, list(true, before + "," + late + "," + before.replace("in_before", "in_last")));

        WindowPage<Invoice> page = gateway.paidInvoices(window());

        assertThat(page.items()).extracting(Invoice::id).containsExactly("in_late");
        assertThat(page.unreadable()).isEmpty();
        assertThat(page.next()).as("behind all that Stripe listed").isEqualTo("in_last");
    }

    @Test
    void anInvoiceThatCannotBeReadIsNamedBesideTheOthers() {
        String fine = INVOICE.formatted("false");
        String odd = "{\"object\":\"invoice\",\"id\":\"in_0\",\"status\":\"paid\"}";
        stripe.answers(200, list(true, fine + "," + odd));

        WindowPage<Invoice> page = gateway.paidInvoices(window());

        assertThat(page.items()).extracting(Invoice::id).containsExactly("in_1");
        assertThat(page.unreadable()).containsExactly("in_0");
        assertThat(page.next()).isEqualTo("in_0");
    }

    @Test
    void anOutageWhileTheLinesOfAListedInvoiceAreReadIsNoFaultOfTheInvoice() {
        stripe.answers(200, list(false, INVOICE.formatted("true")));
        for (int attempt = 0; attempt < 10; attempt++) {
            stripe.fails(503, "api_error", "lock_timeout", "", "Later");
        }

        assertThatThrownBy(() -> gateway.paidInvoices(window()))
                .isInstanceOf(PaymentException.class)
                .extracting(failure -> ((PaymentException) failure).reason())
                .isEqualTo(PaymentException.Reason.UNAVAILABLE);
    }

    private static WindowQuery window() {
        return new WindowQuery(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_009_000), null, 100);
    }

    @Test
    @StripeRule(116)
    void eventsOfOldAndNewShapesNameTheInvoiceAndWhatTheyKnow() {
        String event =
                "{\"id\":\"evt_1\",\"object\":\"event\",\"livemode\":false,\"type\":\"%s\",\"data\":{\"object\":%s}}";
        Map<String, String> metadata = Map.of("user_id", "alice");
        String details = "\"subscription_details\":{\"metadata\":{\"user_id\":\"alice\"}}";

        assertThat(paid(event.formatted("invoice.paid", "{\"id\":\"in_1\",\"parent\":{" + details + "}}")))
                .isEqualTo("in_1 " + metadata);
        assertThat(paid(event.formatted("invoice.payment_succeeded", "{\"id\":\"in_1\"," + details + "}")))
                .isEqualTo("in_1 " + metadata);
        assertThat(paid(event.formatted("invoice.paid", "{\"id\":\"in_1\",\"subscription\":\"sub_1\"}")))
                .isEqualTo("in_1 null");
        assertThat(paid(event.formatted("invoice_payment.paid", "{\"id\":\"inpay_1\",\"invoice\":\"in_1\"}")))
                .isEqualTo("in_1 null");
        byte[] failed = utf8(event.formatted("invoice.payment_failed", "{\"id\":\"in_1\"}"));
        assertThat(Signing.gateway().verify(failed, header(failed))).isInstanceOf(Other.class);
    }

    @Test
    @StripeRule({116, 119})
    void everyRealInvoiceOfEveryVersionIsRead() throws IOException {
        String material = System.getProperty("stripe.material", "");
        Assumptions.assumeTrue(
                !material.isBlank() || "true".equals(System.getenv("CI")), "stripe.material names no folder");
        List<Path> files;
        try (var all = Files.list(Path.of(material, "events"))) {
            files = all.filter(file -> file.toString().contains("__invoice.")).toList();
        }
        assertThat(files).hasSizeGreaterThan(5);
        for (Path file : files) {
            var event = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Invoice invoice = Invoices.read(event.getAsJsonObject("data").getAsJsonObject("object"), false, List.of());
            assertThat(invoice.lines()).as(file.toString()).isNotEmpty().allSatisfy(line -> {
                assertThat(line.priceId()).isNotNull();
                assertThat(line.end()).isAfterOrEqualTo(line.start());
            });
        }
    }

    private static String paid(String json) {
        byte[] body = utf8(json);
        InvoicePaid event = (InvoicePaid) Signing.gateway().verify(body, header(body));
        return event.invoiceId() + " " + event.knownMetadata();
    }

    private static String list(boolean more, String data) {
        return "{\"object\":\"list\",\"has_more\":" + more + ",\"data\":[" + data + "]}";
    }
}
