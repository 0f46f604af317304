package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How subscriptions begin, go on and end. */
class SubscriptionPlayTest {

    private static final Instant START = Instant.parse("2027-01-31T12:00:00Z");

    private StripeSandbox sandbox;
    private Subscriber subscriber;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().time(InstantSource.fixed(START)).start();
        subscriber = new Subscriber(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void pass(int days) {
        sandbox.clock().advance(Duration.ofDays(days));
    }

    private static long at(String day) {
        return Instant.parse(day + "T12:00:00Z").getEpochSecond();
    }

    @Test
    void aPaidSessionHasASubscriptionAndItsFirstInvoice() throws Exception {
        Session session = subscriber.open();
        assertThat(subscriber.read(session).getSubscription()).isNull();
        sandbox.pay(session.getId(), Subscriber.CARD);

        Session paid = subscriber.read(session);
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getPaymentIntent()).isNull();
        Subscription subscription = subscriber.stripe().subscriptions().retrieve(paid.getSubscription());
        assertThat(subscription.getStatus()).isEqualTo("active");
        assertThat(subscription.getMetadata()).containsEntry("order_id", "o-1");
        assertThat(subscription.getCustomer()).isEqualTo(paid.getCustomer()).startsWith("cus_");
        assertThat(Subscriber.end(subscription)).isEqualTo(at("2027-02-28"));
        Invoice invoice = subscriber
                .stripe()
                .invoices()
                .retrieve(
                        paid.getInvoice(),
                        InvoiceRetrieveParams.builder()
                                .addExpand("payments")
                                .addExpand("parent.subscription_details.subscription")
                                .build());
        assertThat(invoice.getStatus()).isEqualTo("paid");
        assertThat(invoice.getBillingReason()).isEqualTo("subscription_create");
        assertThat(invoice.getAmountPaid()).isEqualTo(999);
        assertThat(invoice.getParent().getSubscriptionDetails().getMetadata()).containsEntry("order_id", "o-1");
        InvoiceLineItem line = invoice.getLines().getData().get(0);
        assertThat(line.getPeriod().getEnd()).isEqualTo(at("2027-02-28"));
        InvoicePayment payment = invoice.getPayments().getData().get(0);
        assertThat(payment.getStatus()).isEqualTo("paid");
        assertThat(paidBy(payment.getPayment().getPaymentIntent())).isEqualTo(invoice.getId());
        assertThat(subscriber.told(0))
                .containsExactly(
                        "customer.subscription.created",
                        "invoice_payment.paid",
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "checkout.session.completed");
    }

    private String paidBy(String intent) throws Exception {
        InvoicePaymentListParams.Payment payment = InvoicePaymentListParams.Payment.builder()
                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                .setPaymentIntent(intent)
                .build();
        List<InvoicePayment> found = subscriber
                .stripe()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder().setPayment(payment).build())
                .getData();
        return found.get(0).getInvoice();
    }

    @Test
    void nothingBeginsWithADeclinedCardOrABankDebit() throws Exception {
        Session session = subscriber.open();

        assertThat(sandbox.pay(session.getId(), "4000000000000002")).isInstanceOf(PayResult.Declined.class);
        assertThat(sandbox.pay(session.getId(), "pay_later")).isInstanceOf(PayResult.Declined.class);

        assertThat(subscriber.read(session).getStatus()).isEqualTo("open");
        assertThat(subscriber.stripe().subscriptions().list().getData()).isEmpty();
    }

    @Test
    void eachPeriodHasOneInvoiceAtItsOwnMoment() throws Exception {
        Subscription subscription = subscriber.begun();
        int told = sandbox.events().size();

        pass(90);

        assertThat(subscriber.invoices(subscription))
                .extracting(Invoice::getCreated, Invoice::getBillingReason, Invoice::getStatus)
                .containsExactly(
                        tuple("2027-04-30", "subscription_cycle"),
                        tuple("2027-03-31", "subscription_cycle"),
                        tuple("2027-02-28", "subscription_cycle"),
                        tuple("2027-01-31", "subscription_create"));
        assertThat(Subscriber.end(subscriber.again(subscription))).isEqualTo(at("2027-05-31"));
        assertThat(subscriber.told(told))
                .hasSize(12)
                .filteredOn("invoice.paid"::equals)
                .hasSize(3);
        pass(1);
        assertThat(subscriber.invoices(subscription)).hasSize(4);
    }

    private static org.assertj.core.groups.Tuple tuple(String day, String reason) {
        return org.assertj.core.api.Assertions.tuple(at(day), reason, "paid");
    }

    @Test
    void aRefusedRenewalIsPastDueAndPaidWhenItIsTriedAgain() throws Exception {
        Subscription subscription = subscriber.begun();
        sandbox.cards().become(subscription.getCustomer(), "4000000000009995");

        pass(28);

        assertThat(subscriber.again(subscription).getStatus()).isEqualTo("past_due");
        Invoice open = subscriber.invoices(subscription).get(0);
        assertThat(open.getStatus()).isEqualTo("open");
        assertThat(open.getNextPaymentAttempt()).isEqualTo(at("2027-03-03"));
        assertThat(subscriber.told(0)).contains("invoice.payment_failed");
        sandbox.cards().become(subscription.getCustomer(), Subscriber.CARD);
        pass(3);
        assertThat(subscriber.again(subscription).getStatus()).isEqualTo("active");
        Invoice paid = subscriber.invoices(subscription).get(0);
        assertThat(paid.getId()).isEqualTo(open.getId());
        assertThat(paid.getStatus()).isEqualTo("paid");
        assertThat(paid.getAttemptCount()).isEqualTo(2);
        assertThat(paid.getPayments().getData()).hasSize(1);
    }

    @Test
    void afterFourRefusalsTheSubscriptionEndsAndNothingMoreIsTried() throws Exception {
        Subscription subscription = subscriber.begun();
        sandbox.cards().become(subscription.getCustomer(), "4000002760003184");

        pass(28 + 15);

        assertThat(subscriber.again(subscription).getStatus()).isEqualTo("canceled");
        assertThat(subscriber.told(0))
                .filteredOn("invoice.payment_failed"::equals)
                .hasSize(4);
        pass(60);
        assertThat(subscriber.invoices(subscription)).hasSize(2);
        assertThat(subscriber.told(0)).endsWith("customer.subscription.deleted");
    }

    @Test
    void anOpenInvoiceCanBePaidByItsOwner() throws Exception {
        Subscription subscription = subscriber.begun();
        sandbox.cards().become(subscription.getCustomer(), "4000002760003184");
        pass(28);
        Invoice open = subscriber.invoices(subscription).get(0);

        Invoice paid = subscriber.stripe().invoices().pay(open.getId());

        assertThat(paid.getStatus()).isEqualTo("paid");
        assertThat(subscriber.again(subscription).getStatus()).isEqualTo("active");
        assertThatThrownBy(() -> subscriber.stripe().invoices().pay(open.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void canceledAtTheEndOfThePeriodItEndsThen() throws Exception {
        Subscription subscription = subscriber.begun();
        subscriber.change(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true));
        pass(27);
        assertThat(subscriber.again(subscription).getStatus()).isEqualTo("active");

        pass(1);

        Subscription ended = subscriber.again(subscription);
        assertThat(ended.getStatus()).isEqualTo("canceled");
        assertThat(ended.getEndedAt()).isEqualTo(at("2027-02-28"));
        assertThat(subscriber.invoices(subscription)).hasSize(1);
        assertThat(subscriber.told(0)).endsWith("customer.subscription.deleted");
    }

    @Test
    void canceledNowItEndsNow() throws Exception {
        Subscription subscription = subscriber.begun();

        subscriber.stripe().subscriptions().cancel(subscription.getId());

        assertThat(subscriber.stripe().subscriptions().list().getData()).isEmpty();
        assertThat(subscriber
                        .stripe()
                        .subscriptions()
                        .list(SubscriptionListParams.builder()
                                .setStatus(SubscriptionListParams.Status.ALL)
                                .build())
                        .getData())
                .hasSize(1);
        assertThatThrownBy(() -> subscriber.stripe().subscriptions().cancel(subscription.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aDeletedCustomersSubscriptionEnds() throws Exception {
        Subscription subscription = subscriber.begun();

        subscriber.stripe().customers().delete(subscription.getCustomer());

        assertThat(subscriber.again(subscription).getStatus()).isEqualTo("canceled");
        pass(40);
        assertThat(subscriber.invoices(subscription)).hasSize(1);
    }

    @Test
    void thePageSaysHowOftenAndOffersNoBankDebit() throws Exception {
        String page = new RawHttp(sandbox)
                .send("GET", HostedPage.PATH + subscriber.open().getId(), "")
                .body();

        assertThat(page).contains("every month", Subscriber.CARD).doesNotContain("AT611904300234573201");
    }

    @Test
    void aCouponThatLastsHoldsForEveryInvoice() throws Exception {
        new RawHttp(sandbox).send("POST", "/v1/coupons", "id=half&percent_off=50&duration=forever");
        new RawHttp(sandbox).send("POST", "/v1/coupons", "id=first&percent_off=100&duration=once");
        String price = subscriber.price(1_000).getId();
        Subscription halved = subscriber.paid(subscriber.open(discounted(price, "half")));
        Subscription free = subscriber.paid(subscriber.open(discounted(price, "first")));

        pass(28);

        assertThat(subscriber.invoices(halved))
                .extracting(Invoice::getAmountPaid)
                .containsExactly(500L, 500L);
        assertThat(subscriber.invoices(free)).extracting(Invoice::getAmountPaid).containsExactly(1_000L, 0L);
    }

    private static SessionCreateParams.Builder discounted(String price, String coupon) {
        return Subscriber.request(price)
                .addDiscount(
                        SessionCreateParams.Discount.builder().setCoupon(coupon).build());
    }

    @Test
    void aDearerPlanIsChargedForTheRestOfThePeriod() throws Exception {
        Subscription subscription = subscriber.begun();
        pass(14); // half of the 28 days

        subscriber.change(
                subscription,
                plan(subscription, 2_997)
                        .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE));

        Invoice invoice = subscriber.invoices(subscription).get(0);
        assertThat(invoice.getBillingReason()).isEqualTo("subscription_update");
        assertThat(invoice.getLines().getData())
                .extracting(InvoiceLineItem::getAmount)
                .containsExactly(-500L, 1_499L);
        assertThat(invoice.getAmountPaid()).isEqualTo(999);
        pass(14);
        assertThat(subscriber.invoices(subscription).get(0).getAmountPaid()).isEqualTo(2_997);
    }

    @Test
    void aCheaperPlanGivesCreditThatPaysTheNextInvoice() throws Exception {
        Subscription subscription = subscriber.paid(
                subscriber.open(Subscriber.request(subscriber.price(2_997).getId())));
        pass(14);
        subscriber.change(
                subscription,
                plan(subscription, 499)
                        .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE));
        Customer customer = subscriber.stripe().customers().retrieve(subscription.getCustomer());
        assertThat(customer.getBalance()).isEqualTo(-1_499 + 250);

        pass(14);

        Invoice next = subscriber.invoices(subscription).get(0);
        assertThat(next.getTotal()).isEqualTo(499);
        assertThat(next.getAmountPaid()).isZero();
        assertThat(next.getStatus()).isEqualTo("paid");
        assertThat(next.getEndingBalance()).isEqualTo(-1_249 + 499);
    }

    @Test
    void aChangeThatIsNotChargedAtOnceStandsOnTheNextInvoice() throws Exception {
        Subscription subscription = subscriber.begun();
        pass(14);
        subscriber.change(subscription, plan(subscription, 2_997));
        assertThat(subscriber.invoices(subscription)).hasSize(1);

        pass(14);

        assertThat(subscriber.invoices(subscription).get(0).getTotal()).isEqualTo(2_997 + 1_499 - 500);
    }

    private SubscriptionUpdateParams.Builder plan(Subscription subscription, long amount) throws Exception {
        return SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(subscription.getItems().getData().get(0).getId())
                        .setPrice(subscriber.price(amount).getId())
                        .build());
    }

    @Test
    void onlyPricesOfTheModeAreSold() throws Exception {
        String once = new Shop(sandbox).price("once").getId();
        String monthly = subscriber.price(999).getId();

        assertThatThrownBy(() -> subscriber.open(Subscriber.request(once))).hasMessageContaining("recurring");
        assertThatThrownBy(() -> subscriber.open(Subscriber.request(monthly)
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSubscriptionData(null)))
                .hasMessageContaining("recurring price");
    }

    @Test
    void aRestartKeepsTheTimeAndTheSubscriptions(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal");
        try (StripeSandbox first = StripeSandbox.builder()
                .journal(file)
                .time(InstantSource.fixed(START))
                .start()) {
            new Subscriber(first).begun();
            first.clock().advance(Duration.ofDays(20));
        }
        try (StripeSandbox second = StripeSandbox.builder()
                .journal(file)
                .time(InstantSource.fixed(START))
                .start()) {
            assertThat(second.clock().instant()).isEqualTo(START.plus(Duration.ofDays(20)));
            second.clock().advance(Duration.ofDays(8));
            Subscriber again = new Subscriber(second);
            Subscription subscription =
                    again.stripe().subscriptions().list().getData().get(0);
            assertThat(again.invoices(subscription)).hasSize(2);
        }
    }

    @Test
    void timeOnlyGoesForwardAndNotTooFar() {
        assertThatThrownBy(() -> sandbox.clock().advance(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> sandbox.clock().advance(SandboxClock.LONGEST.plusNanos(1)))
                .isInstanceOf(InvalidValueException.class);
        sandbox.clock().advance(SandboxClock.LONGEST);
        assertThat(sandbox.clock().instant().atOffset(ZoneOffset.UTC).getYear()).isEqualTo(2032);
    }
}
