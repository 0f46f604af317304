package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.OrderItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a whole period of a plan brought and cost when an invoice of a subscription paid it, kept with the credit: whoever
 * moved to a plan goes on paying that price, also after the catalog has another one for it.
 */
final class PaidPlans {

    private static final String PRICE = "plan_price_id";
    private static final String AMOUNT = "plan_price_minor";
    private static final String TOKENS = "plan_tokens";

    private PaidPlans() {}

    /** What is kept of a plan; nothing where its price was given inline, which no later invoice can name. */
    static Map<String, String> told(OrderItem plan) {
        String price = plan.priceId();
        return price == null
                ? Map.of()
                : Map.of(
                        PRICE, price,
                        AMOUNT, Long.toString(plan.price().amountMinor()),
                        TOKENS, Long.toString(plan.tokens()));
    }

    /** The plans of a subscription's newest credits, newest first. */
    static List<OrderItem> of(LedgerStore store, AccountId account, String subscriptionId) {
        EntryFilter plans = EntryFilter.ALL.ofTypes(EntryType.PURCHASE).withMetadataKey(PRICE);
        return store.entries(EntryQuery.newest(account, EntryQuery.MAX_LIMIT).matching(plans)).items().stream()
                .filter(entry ->
                        subscriptionId.equals(entry.details().metadata().get(AllotmentTerms.SUBSCRIPTION)))
                .map(PaidPlans::plan)
                .distinct()
                .toList();
    }

    private static OrderItem plan(LedgerEntry entry) {
        PurchaseDetails sale = Objects.requireNonNull(entry.purchase());
        Map<String, String> told = entry.details().metadata();
        Money price = Money.of(Long.parseLong(told.get(AMOUNT)), sale.price().currency());
        return new OrderItem(
                sale.packageId(), sale.packageId(), Long.parseLong(told.get(TOKENS)), price, told.get(PRICE));
    }
}
