package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.BuyerDetails;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CustomField;
import io.tokeneconomy.payment.CustomField.Choice;
import io.tokeneconomy.payment.sandbox.PayOptions;
import io.tokeneconomy.payment.sandbox.PayResult;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.Toll.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses and questions on the payment page, against the sandbox; shown to the judge where one is running. */
class BuyerDetailsCheckoutTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final CheckoutOptions ASKING = CheckoutOptions.NONE.withBuyer(BuyerDetails.NONE.withFields(
            CustomField.text("order", "Purchase order").optional(),
            CustomField.numeric("number", "Number"),
            CustomField.dropdown("team", "Team", new Choice("r", "Red"), new Choice("b", "Blue"))));

    private final StripeSandbox sandbox = StripeSandbox.builder().start();
    private Toll toll;
    private StripeGateway gateway;
    private TokenEconomy economy;

    @BeforeEach
    void start() {
        Toll free = new Toll(sandbox.apiBase(), (method, path, post) -> Verdict.PASS);
        String referee = System.getenv("STRIPE_REFEREE");
        toll = referee == null ? free : free.shownTo(URI.create(referee));
        gateway = StripeGateway.builder()
                .secretKey(sandbox.apiKey())
                .webhookSecrets("whsec_1")
                .apiBase(toll.base())
                .build();
        economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(gateway)
                .baseUrl(URI.create("http://localhost:8080"))
                .build();
    }

    @AfterEach
    void stop() {
        assertThat(toll.refused()).isEmpty();
        economy.close();
        toll.close();
        sandbox.close();
    }

    private CheckoutSession start(BuyerDetails buyer) {
        return economy.checkout().start(ALICE, "popular", CheckoutOptions.NONE.withBuyer(buyer));
    }

    private Customer customer(CheckoutSession session) throws Exception {
        return StripeClient.builder()
                .setApiKey(sandbox.apiKey())
                .setApiBase(sandbox.apiBase().toString())
                .build()
                .v1()
                .customers()
                .retrieve(session.refs().customerId());
    }

    @Test
    void theAddressIsKeptWithTheCustomerThatIsMade() throws Exception {
        CheckoutSession first = start(BuyerDetails.NONE.withEmail("alice@example.org"));
        CheckoutSession second = start(BuyerDetails.NONE.withEmail("other@example.org"));

        assertThat(customer(first).getEmail()).isEqualTo("alice@example.org");
        assertThat(second.refs().customerId()).isEqualTo(first.refs().customerId());
        assertThat(customer(second).getEmail()).isEqualTo("alice@example.org");
    }

    @Test
    void withoutAnAddressTheCustomerHasNone() throws Exception {
        assertThat(customer(start(BuyerDetails.NONE)).getEmail()).isNull();
    }

    @Test
    void anotherAddressIsAnotherKey() {
        var alice = new CustomerKey(ALICE, PaymentMode.TEST);
        String none = gateway.createCustomer(alice, null);
        String one = gateway.createCustomer(alice, null, "alice@example.org");

        assertThat(one).isNotEqualTo(none);
        assertThat(gateway.createCustomer(alice, null, "alice@example.org")).isEqualTo(one);
        assertThat(gateway.createCustomer(alice, null, null)).isEqualTo(none);
    }

    @Test
    void theReceiptGoesWhereItShall() {
        CheckoutSession session = start(BuyerDetails.NONE.withReceiptTo("books@example.org"));

        assertThat(sandbox.pay(session.id(), PayOptions.card("4242424242424242")))
                .isInstanceOf(PayResult.Completed.class);
        economy.checkout().confirm(ALICE, session.id());
        assertThat(economy.ledger().balance(ALICE).available()).isEqualTo(110);
    }

    @Test
    void answersAreReadFromTheSession() {
        CheckoutSession session = economy.checkout().start(ALICE, "popular", ASKING);
        assertThat(session.answers()).isEmpty();

        sandbox.pay(
                session.id(),
                PayOptions.card("4242424242424242").answer("number", "007").answer("team", "b"));

        assertThat(gateway.session(session.id()).orElseThrow().answers())
                .isEqualTo(Map.of("number", "007", "team", "b"));
    }

    @Test
    void theSandboxTakesNoAnswerThatTheSessionDoesNotAskFor() {
        CheckoutSession session = economy.checkout().start(ALICE, "popular", ASKING);

        for (PayOptions wrong : List.of(
                PayOptions.card("4242424242424242").answer("colour", "red"),
                PayOptions.card("4242424242424242").answer("team", "green"),
                PayOptions.card("4242424242424242").answer("number", "seven"))) {
            assertThat(sandbox.pay(session.id(), wrong)).isInstanceOf(PayResult.Declined.class);
        }
        assertThat(gateway.session(session.id()).orElseThrow().answers()).isEmpty();
    }

    @Test
    void theSameOrderWithOtherDetailsIsAnotherRequest() {
        var request = Checkouts.request(Checkouts.INLINE);
        List<String> keys = List.of(
                        BuyerDetails.NONE,
                        BuyerDetails.NONE.withReceiptTo("a@example.org"),
                        BuyerDetails.NONE.withReceiptTo("b@example.org"),
                        ASKING.buyer())
                .stream()
                .map(buyer ->
                        IdempotencyKeys.session(request.order().id(), "cus_1", CheckoutOptions.NONE.withBuyer(buyer)))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }
}
