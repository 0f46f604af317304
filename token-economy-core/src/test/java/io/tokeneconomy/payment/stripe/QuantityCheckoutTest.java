package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.SandboxShop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.sandbox.PayOptions;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 110 tokens for 9.99, several times: asked, paid and told over HTTP. */
@StripeRule({39, 40, 41, 72})
class QuantityCheckoutTest {

    private static final String CARD = "4242424242424242";
    private static final CheckoutOptions UP_TO_TEN = CheckoutOptions.NONE.withQuantities(1, 10);

    private SandboxShop shop = new SandboxShop(UP_TO_TEN, builder -> builder);

    @AfterEach
    void close() {
        shop.close();
    }

    private String begin(long quantity) {
        return shop.economy().checkout().start(ALICE, "popular", quantity).id();
    }

    @Test
    void whatIsAskedForIsBought() {
        shop.sandbox().pay(begin(3), CARD);

        assertThat(shop.balance()).isEqualTo(330);
        assertThat(shop.newestOrder().item().quantity()).isEqualTo(3);
        assertThat(shop.newestOrder().item().price().amountMinor()).isEqualTo(2_997);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 10})
    void whatTheBuyerMakesOfItIsBoughtAndGoesBackWithItsMoney(long quantity) {
        String session = begin(3);
        shop.sandbox().pay(session, PayOptions.card(CARD).quantity(0, quantity).tax(140));

        assertThat(shop.balance()).isEqualTo(110 * quantity);
        Order order = shop.newestOrder();
        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(order.item().quantity()).isEqualTo(quantity);
        assertThat(order.item().tokens()).isEqualTo(110 * quantity);

        shop.refund(session, 999 * quantity);
        assertThat(shop.balance()).isPositive();
        shop.refund(session, 140);
        assertThat(shop.balance()).isZero();
        assertThat(shop.newestOrder().reversal().taken()).isEqualTo(110 * quantity);
    }

    @Test
    void ourOwnRefundKnowsWhatWasBought() {
        shop.sandbox().pay(begin(1), PayOptions.card(CARD).quantity(0, 4));

        assertThat(shop.economy()
                        .refunds()
                        .refund(shop.newestOrder().id(), RefundAmount.ofTokens(220), IdempotencyKey.of("half"))
                        .orElseThrow()
                        .refund()
                        .amountMinor())
                .isEqualTo(1_998);
        shop.awaitDeliveries();
        assertThat(shop.balance()).isEqualTo(220);
    }

    @Test
    void aDiscountDoesNotShrinkWhatIsBought() throws Exception {
        shop.close();
        shop = new SandboxShop(UP_TO_TEN.with(CheckoutOptions.Feature.PROMOTION_CODES), builder -> builder);
        shop.code("HALF", 50);
        shop.sandbox().pay(begin(2), PayOptions.card(CARD).quantity(0, 6).promotionCode("HALF"));

        assertThat(shop.balance()).isEqualTo(660);
    }

    @Test
    void theEntrySaysHowManyForHowMuch() {
        shop.sandbox().pay(begin(1), PayOptions.card(CARD).quantity(0, 4));

        LedgerEntry entry =
                shop.economy().ledger().statement(ALICE, 1, null).entries().get(0);
        assertThat(entry.amount()).isEqualTo(440);
        assertThat(entry.details().description()).isEqualTo("4 × Popular package");
        assertThat(Objects.requireNonNull(entry.purchase()).price()).isEqualTo(Money.of(3_996, "usd"));
    }

    @Test
    void anOpenCheckoutCostsWhatWasAskedFor() {
        CheckoutSession session = shop.read(begin(7));

        assertThat(Objects.requireNonNull(session.amounts()).subtotal()).isEqualTo(6_993);
        assertThat(session.metadata()).containsEntry("tokens", "770");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 11, 1_000_000})
    void anotherQuantityIsRefusedAndLeavesNoOrder(long quantity) {
        assertThatThrownBy(() -> begin(quantity))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("quantity")
                .hasMessageContaining("1 to 10");
        assertThat(shop.economy().orders().list(OrderQuery.newest(1)).items()).isEmpty();
    }

    @Test
    void withoutTheOptionTheQuantityIsTheHostsToChoose() {
        shop.close();
        shop = new SandboxShop(CheckoutOptions.NONE, builder -> builder);
        String session = begin(20);

        assertThatThrownBy(
                        () -> shop.sandbox().pay(session, PayOptions.card(CARD).quantity(0, 1)))
                .hasMessageContaining("not adjustable");
        shop.sandbox().pay(session, CARD);
        assertThat(shop.balance()).isEqualTo(2_200);
    }

    @Test
    void withoutAQuantityItIsTheLeast() {
        shop.close();
        shop = new SandboxShop(CheckoutOptions.NONE.withQuantities(5, 10), builder -> builder);
        shop.sandbox().pay(shop.begin(), CARD);

        assertThat(shop.balance()).isEqualTo(550);
    }
}
