package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Reason;
import io.tokeneconomy.payment.Refund;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A subscription month by month, told in any order and number, beside packages, spends and refunds. */
final class SubscriptionLife implements AutoCloseable {

    private static final long PRICE = 999;

    private final Shop shop;
    private final CheckoutSession subscription;
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final long[] refunded = new long[12];
    private int purchases;

    SubscriptionLife(SubscriptionPlan plan, ClawbackPolicy policy) {
        shop = SubscriptionCase.shop(builder -> builder.clawback(policy), plan);
        subscription = shop.economy.checkout().subscribe(ALICE, "basic");
    }

    /**
     * What happens in a month.
     *
     * @param packages how many packages are bought
     * @param spend how many tokens are spent at its end, if they are there
     * @param refundAgo how many months ago the invoice was made whose money goes back; none if there was none then
     * @param minor how much of it
     */
    record Month(int packages, long spend, int refundAgo, long minor) {}

    /** How news are told. */
    enum Telling {
        /** Each once, as it happens. */
        ONCE,
        /** As it happens, each several times, then some of the old ones again. */
        REPEATED,
        /** Several times, in any order, old ones in between. */
        SHUFFLED
    }

    void live(Month month, Telling telling, Random random) {
        int number = invoices.size();
        shop.setTime(SubscriptionCase.month(number));
        List<String> news = happen(month, number);
        List<String> heard = telling == Telling.ONCE ? news : repeated(news, random);
        if (telling == Telling.SHUFFLED) {
            Collections.shuffle(heard, random);
        }
        heard.forEach(shop::receive);
        told.addAll(news);
        spend(number, month.spend());
    }

    private List<String> repeated(List<String> news, Random random) {
        List<String> repeated = new ArrayList<>();
        for (String one : news) {
            repeated.addAll(Collections.nCopies(1 + random.nextInt(3), one));
        }
        told.stream().filter(old -> random.nextInt(3) == 0).forEach(repeated::add);
        return repeated;
    }

    private List<String> happen(Month month, int number) {
        List<String> news = new ArrayList<>();
        news.add("invoice.paid " + invoice(number).id());
        for (int i = 0; i < month.packages(); i++) {
            news.add("checkout.session.completed " + shop.paid().id());
            purchases++;
        }
        int of = number - month.refundAgo();
        if (of >= 0 && of <= number && refunded[of] < PRICE) {
            news.add("charge.refunded " + refund(of, Math.min(month.minor(), PRICE - refunded[of])));
        }
        return news;
    }

    private Invoice invoice(int number) {
        Invoice.Line line = SubscriptionCase.basic(number);
        Invoice invoice = number == 0
                ? shop.gateway.scriptedSubscriptions().begin(subscription, line)
                : shop.gateway
                        .scriptedSubscriptions()
                        .put(shop.gateway
                                .scriptedSubscriptions()
                                .invoice("in_" + number, Reason.CYCLE, subscription, List.of(line)));
        invoices.add(invoice);
        return invoice;
    }

    private String refund(int of, long minor) {
        String payment = "pi_" + invoices.get(of).id();
        refunded[of] += minor;
        shop.gateway.refund(
                payment, new Refund("re_" + of + "_" + refunded[of], minor, "usd", Refund.Status.SUCCEEDED, Map.of()));
        return payment;
    }

    /** Refused where the account is blocked or has too few; then nothing is spent. */
    private void spend(int number, long tokens) {
        if (tokens > 0) {
            shop.economy.ledger().spend(ALICE, tokens, IdempotencyKey.of("spend-" + number));
        }
    }

    /** What is left of each purchase, by what was bought, and when it ends. */
    List<String> lots() {
        Map<Long, String> names = entries().stream()
                .filter(entry -> entry.type() == EntryType.PURCHASE)
                .collect(Collectors.toMap(
                        LedgerEntry::sequence,
                        entry -> Objects.requireNonNull(entry.purchase()).packageId()));
        return shop.economy.ledger().lots(ALICE).stream()
                .map(lot -> names.get(lot.number()) + " " + lot.remaining() + " until " + lot.terms())
                .sorted()
                .toList();
    }

    private List<LedgerEntry> entries() {
        return shop.economy.ledger().statement(ALICE, 100, null).entries();
    }

    void assertBooksAgree() {
        assertThat(shop.parked()).isEmpty();
        assertThat(shop.economy.audit().verify(ALICE)).isInstanceOf(Verification.Intact.class);
        assertThat(bought("basic")).hasSize(invoices.size());
        assertThat(bought("popular")).hasSize(purchases);
        Set<Long> packages =
                bought("popular").stream().map(LedgerEntry::sequence).collect(Collectors.toSet());
        assertThat(entries())
                .filteredOn(entry -> entry.type() == EntryType.EXPIRE)
                .flatExtracting(entry -> entry.movement().effects().lots())
                .extracting(Allocation::lot)
                .noneMatch(packages::contains);
    }

    private List<LedgerEntry> bought(String what) {
        return entries().stream()
                .filter(entry -> entry.type() == EntryType.PURCHASE)
                .filter(entry ->
                        what.equals(Objects.requireNonNull(entry.purchase()).packageId()))
                .toList();
    }

    @Override
    public void close() {
        shop.close();
    }
}
