package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what the sandbox answers with Stripe's own sample objects of the pinned version. They lie in the folder
 * that the system property {@code stripe.material} names; where CI is true, that folder has to be there.
 */
class ShapeTest {

    private static final String PROPERTY = "stripe.material";
    /** Only in some samples of old charges, by chance: what is shown when it is expanded or a card was charged directly. */
    private static final Set<String> OF_NO_SAMPLE = Set.of("source", "refunds");

    private static final Set<String> FREE = Set.of("metadata");

    private Path samples;
    private StripeSandbox sandbox;
    private RawHttp http;

    @BeforeEach
    void start() {
        String material = System.getProperty(PROPERTY, "");
        Path folder = Path.of(material).resolve("objects").resolve(ApiHandler.API_VERSION);
        if (material.isEmpty() || !Files.isDirectory(folder)) {
            String message = "Stripe's sample objects are absent; set -D" + PROPERTY + "=<folder with objects/>";
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            abort(message);
        }
        samples = folder;
        sandbox = StripeSandbox.builder().start();
        http = new RawHttp(sandbox);
    }

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void everyFieldOfAPurchaseIsOneOfStripesAndNoneIsLeftOut() throws Exception {
        Shop shop = new Shop(sandbox);
        Customer customer = shop.stripe()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setEmail("a@example.com").build());
        Price price = shop.price("popular");
        SessionCreateParams request =
                Shop.request().setCustomer(customer.getId()).build();
        Session session = shop.stripe().v1().checkout().sessions().create(request);
        check("checkout.session", "/v1/checkout/sessions/" + session.getId());
        sandbox.pay(session.getId(), "4242424242424242");
        PaymentIntent intent = shop.stripe()
                .v1()
                .paymentIntents()
                .retrieve(shop.read(session.getId()).getPaymentIntent());

        check("checkout.session", "/v1/checkout/sessions/" + session.getId());
        check("customer", "/v1/customers/" + customer.getId());
        check("price", "/v1/prices/" + price.getId());
        check("product", "/v1/products/" + price.getProduct());
        check("payment_intent", "/v1/payment_intents/" + intent.getId());
        check("charge", "/v1/charges/" + intent.getLatestCharge());
        check("event", "/v1/events/" + sandbox.events().get(0).id());
        String items = get("/v1/checkout/sessions/" + session.getId() + "/line_items");
        JsonArray data = Json.parse(items).getAsJsonObject().getAsJsonArray("data");
        compare("item", data.get(0).getAsJsonObject());
    }

    @Test
    void everyFieldOfMoneyThatGoesBackIsOneOfStripesAndNoneIsLeftOut() throws Exception {
        MoneyBack paid = new MoneyBack(sandbox, "4242424242424242");
        sandbox.refunds().next(RefundOutcome.PENDING);
        String pending = sandbox.refunds().make(paid.session(), 100);
        check("refund", "/v1/refunds/" + pending);
        sandbox.refunds().fail(pending);
        check("refund", "/v1/refunds/" + pending);
        check("refund", "/v1/refunds/" + sandbox.refunds().make(paid.session(), 100));
        String inquiry = sandbox.disputes().inquiry(paid.session());
        check("dispute", "/v1/disputes/" + inquiry);
        sandbox.disputes().escalate(inquiry);
        sandbox.disputes().win(inquiry);
        check("dispute", "/v1/disputes/" + inquiry);
        check("charge", "/v1/charges/" + paid.charge().getId());
        JsonObject dispute = Json.parse(get("/v1/disputes/" + inquiry)).getAsJsonObject();
        for (JsonElement booking : dispute.getAsJsonArray("balance_transactions")) {
            compare("balance_transaction", booking.getAsJsonObject());
        }
    }

    @Test
    void everyFieldOfDiscountsIsOneOfStripesAndNoneIsLeftOut() throws Exception {
        http.send("POST", "/v1/coupons", "id=half&percent_off=50");
        String code = http.send(
                        "POST", "/v1/promotion_codes", "promotion[type]=coupon&promotion[coupon]=half&code=FRIENDS")
                .body();
        compare("coupon", Json.parse(get("/v1/coupons/half")).getAsJsonObject());
        compare("promotion_code", Json.parse(code).getAsJsonObject());
    }

    /** Nested fields of old samples are not ours to compare; what stands at the top is what a shop reads. */
    @Test
    void oldVersionsHaveTheFieldsTheyHad() throws Exception {
        for (String version : List.of("2020-08-27", "2024-06-20")) {
            try (WebhookReceiver receiver = new WebhookReceiver();
                    StripeSandbox old = StripeSandbox.builder()
                            .webhook(receiver.uri(), WebhookReceiver.SECRET)
                            .emit("payment_intent.succeeded")
                            .start()) {
                old.webhooks().faults(DeliveryFaults.NONE.apiVersion(version));
                MoneyBack paid = new MoneyBack(old, "4000000000001976");
                old.refunds().make(paid.session());
                assertThat(old.webhooks().await(Duration.ofSeconds(10))).isTrue();

                assertThat(receiver.received()).hasSize(5);
                for (WebhookReceiver.Received received : receiver.received()) {
                    compareTop(version, Json.parse(received.body()).getAsJsonObject());
                }
            }
        }
    }

    @Test
    void everyFieldOfASubscriptionIsOneOfStripesAndNoneIsLeftOut() throws Exception {
        Subscriber subscriber = new Subscriber(sandbox);
        Session session = subscriber.open();
        check("checkout.session", "/v1/checkout/sessions/" + session.getId());
        String subscription = subscriber.paid(session).getId();
        check("checkout.session", "/v1/checkout/sessions/" + session.getId());
        check("subscription", "/v1/subscriptions/" + subscription);
        check("invoice", "/v1/invoices/" + subscriber.read(session).getInvoice());
        JsonObject line = first(get("/v1/invoices/" + subscriber.read(session).getInvoice() + "/lines"));
        compare(line, first(Files.readString(samples.resolve("invoice.json"), ApiResource.CHARSET), "lines"), "line");
        JsonObject item = first(get("/v1/subscriptions/" + subscription), "items");
        compare(item, first(Files.readString(samples.resolve("subscription.json"), ApiResource.CHARSET), "items"), "");
    }

    private static JsonObject first(String list) {
        return Json.parse(list).getAsJsonObject().getAsJsonArray("data").get(0).getAsJsonObject();
    }

    private static JsonObject first(String object, String list) {
        return first(Json.parse(object).getAsJsonObject().get(list).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-08-27", "2024-06-20"})
    void oldVersionsHaveTheFieldsOfSubscriptionsTheyHad(String version) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                StripeSandbox old = StripeSandbox.builder()
                        .webhook(receiver.uri(), WebhookReceiver.SECRET)
                        .start()) {
            old.webhooks().faults(DeliveryFaults.NONE.apiVersion(version));
            String id = new Subscriber(old).begun().getId();
            assertThat(old.webhooks().await(Duration.ofSeconds(10))).isTrue();

            for (WebhookReceiver.Received received : receiver.received()) {
                JsonObject event = Json.parse(received.body()).getAsJsonObject();
                if (!Json.is(event, "type", "invoice_payment.paid")) {
                    compareTop(version, event);
                }
                if (Json.is(event, "type", "invoice.paid")) {
                    JsonObject invoice = event.getAsJsonObject("data").getAsJsonObject("object");
                    assertThat(Json.string(invoice, "subscription")).isEqualTo(id);
                    assertThat(Json.string(invoice, "charge")).startsWith("ch_");
                    JsonObject line = first(invoice.get("lines").toString());
                    assertThat(Json.string(line.getAsJsonObject("price"), "id")).startsWith("price_");
                    assertThat(Json.flag(line, "proration")).isFalse();
                }
            }
            assertThat(receiver.received()).hasSize(5);
        }
    }

    private void compareTop(String version, JsonObject event) throws IOException {
        assertThat(Json.requiredString(event, "api_version")).isEqualTo(version);
        JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
        String name = Json.requiredString(object, "object");
        Path file = samples.resolveSibling(version).resolve(name + ".json");
        JsonObject sample =
                Json.parse(Files.readString(file, ApiResource.CHARSET)).getAsJsonObject();
        Set<String> given = new TreeSet<>(object.keySet());
        Set<String> known = new TreeSet<>(sample.keySet());
        given.removeAll(OF_NO_SAMPLE);
        known.removeAll(OF_NO_SAMPLE);
        assertThat(given).as(name + " of " + version).isEqualTo(known);
    }

    @Test
    void everyFieldOfAnEndpointIsOneOfStripesAndNoneIsLeftOut() throws Exception {
        WebhookEndpointCreateParams request = WebhookEndpointCreateParams.builder()
                .setUrl("https://shop.example/api/stripe/webhook")
                .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.ALL)
                .build();
        String id = new Shop(sandbox)
                .stripe()
                .v1()
                .webhookEndpoints()
                .create(request)
                .getId();

        check("webhook_endpoint", "/v1/webhook_endpoints/" + id);
    }

    private void check(String sample, String path) throws IOException {
        compare(sample, Json.parse(get(path)).getAsJsonObject());
    }

    private String get(String path) {
        return http.send("GET", path, "").body();
    }

    private void compare(String name, JsonObject ours) throws IOException {
        JsonObject sample = Json.parse(Files.readString(samples.resolve(name + ".json"), ApiResource.CHARSET))
                .getAsJsonObject();
        compare(ours, sample, name);
    }

    private static void compare(JsonObject ours, JsonObject sample, String name) {
        List<String> faults = new ArrayList<>();
        sample.keySet().stream().filter(field -> !ours.has(field)).forEach(field -> faults.add("lacks " + field));
        unknown("", ours, sample, faults);
        faults.removeIf(fault -> expected(name, fault));
        assertThat(faults).as(name).isEmpty();
    }

    /**
     * The sample event is about another kind of object; a charge's refunds come only when expanded; the sample refund
     * has succeeded, others tell why not ({@code docs.stripe.com/api/refunds/object}). The sample invoice still has the
     * subscription in its old place, empty, and the price of its line is left out.
     */
    private static boolean expected(String name, String fault) {
        return (name.equals("refund")
                        && Set.of("unknown pending_reason", "unknown failure_reason")
                                .contains(fault))
                || (name.equals("event") && fault.startsWith("unknown data.object"))
                || (name.equals("charge") && fault.equals("lacks refunds"))
                || (name.equals("invoice") && fault.equals("lacks subscription"))
                || (name.equals("line") && fault.startsWith("unknown pricing.price_details"));
    }

    private static void unknown(String above, JsonObject ours, JsonObject sample, List<String> faults) {
        for (String field : ours.keySet()) {
            JsonElement value = ours.get(field);
            JsonElement known = sample.get(field);
            if (known == null) {
                faults.add("unknown " + above + field);
            } else if (value.isJsonObject() && known.isJsonObject() && !FREE.contains(field)) {
                unknown(above + field + ".", value.getAsJsonObject(), known.getAsJsonObject(), faults);
            }
        }
    }
}
