package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.payment.Invoice.Reason;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A subscriber who moved to another plan goes on paying its price when the catalog has a new one. */
class MovedPlanTest extends SubscriptionCase {

    private static final SubscriptionPlan DEARER = SubscriptionPlan.monthly(
                    "plus", "Plus", 2_500, Money.of(3_996, "usd"))
            .withPriceId("price_plus_2");

    private final MemoryLedgerStore store = MemoryLedgerStore.create();

    private CheckoutSession movedToPlus() {
        other(Shop.on(store, builder -> builder.catalog(catalog(BASIC, PLUS))));
        CheckoutSession session = subscribe();
        paid(begin(session));
        return session;
    }

    private static Outcome paid(TokenEconomy later, Invoice invoice) {
        return later.webhooks()
                .receive(("invoice.paid " + invoice.id()).getBytes(StandardCharsets.UTF_8), "signed")
                .outcome();
    }

    private TokenEconomy plusGetsDearer() {
        return TokenEconomy.builder()
                .store(store)
                .payments(shop.gateway)
                .baseUrl(URI.create("https://shop.example"))
                .time(() -> month(1))
                .catalog(catalog(BASIC, DEARER))
                .build();
    }

    @Test
    void renewalsBringWhatThePlanBroughtAtThatPrice() {
        CheckoutSession session = movedToPlus();
        assertThat(paid(renew(session, 1, plus(1)))).isEqualTo(Outcome.CREDITED);
        TokenEconomy later = plusGetsDearer();

        assertThat(paid(later, renew(session, 2, plus(2)))).isEqualTo(Outcome.CREDITED);
        assertThat(paid(later, renew(session, 3, plus(3)))).isEqualTo(Outcome.CREDITED);

        assertThat(shop.parked()).isEmpty();
        List<LedgerEntry> newest = later.ledger().statement(ALICE, 2, null).entries();
        assertThat(newest).extracting(LedgerEntry::amount).containsExactly(2_000L, 2_000L);
        assertThat(newest)
                .extracting(entry -> Objects.requireNonNull(entry.purchase()).packageId())
                .containsOnly("plus");
        later.close();
    }

    /** A part of a period tells no whole one by itself: 1,001 tokens for 15.00. */
    @Test
    void aMoveInTheMiddleOfAPeriodIsRemembered() {
        CheckoutSession session = movedToPlus();
        Line rest = new Line("price_plus", 1_500, 1, true, month(0), month(1));
        Invoice upgrade = stripe().put(stripe().invoice("in_up", Reason.UPDATE, session, List.of(rest)));
        assertThat(paid(upgrade)).isEqualTo(Outcome.CREDITED);
        TokenEconomy later = plusGetsDearer();

        assertThat(paid(later, renew(session, 1, plus(1)))).isEqualTo(Outcome.CREDITED);

        assertThat(later.ledger().statement(ALICE, 1, null).entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(2_000L);
        later.close();
    }

    /** The move itself charges nothing; its difference is charged with the renewal, when the catalog has another price for plus. */
    @Test
    void aMoveWhosePriceIsForgottenBeforeItIsFirstPaidIsParked() {
        CheckoutSession session = movedToPlus();
        TokenEconomy later = plusGetsDearer();
        Line unused = new Line("price_basic", -500, 1, true, month(0), month(1));
        Line rest = new Line("price_plus", 1_500, 1, true, month(0), month(1));

        Invoice renewal = renew(session, 1, unused, rest, plus(1));

        assertThat(paid(later, renewal)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).extracting(ParkedPayment::amountMinor).containsExactly(3_997L);
        later.close();
    }

    @Test
    void whatAnotherSubscriptionPaidIsNoPromise() {
        CheckoutSession first = movedToPlus();
        paid(renew(first, 1, plus(1)));
        TokenEconomy later = plusGetsDearer();
        CheckoutSession second = subscribe();
        paid(later, begin(second));

        Invoice unknown = stripe().put(stripe().invoice("in_2nd", Reason.CYCLE, second, List.of(plus(1))));

        assertThat(paid(later, unknown)).isEqualTo(Outcome.PARKED);
        later.close();
    }
}
