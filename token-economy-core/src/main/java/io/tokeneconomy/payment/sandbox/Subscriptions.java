package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/subscriptions} ({@code docs.stripe.com/api/subscriptions}): reading, changing, canceling. They are made by
 * Checkout Sessions.
 */
final class Subscriptions {

    private static final String URL = "/v1/subscriptions";
    private static final String AT_END = "cancel_at_period_end";
    private static final String CARD = "default_payment_method";
    private static final String[] CHANGES = {
        "items[#][id]",
        "items[#][price]",
        "items[#][quantity]",
        "!items[#][**]",
        "proration_behavior",
        AT_END,
        CARD,
        "description",
        "metadata",
        "metadata[*]",
        "!add_invoice_items[**]",
        "!application_fee_percent",
        "!automatic_tax[**]",
        "!billing_cycle_anchor",
        "!billing_thresholds[**]",
        "!cancel_at",
        "!cancellation_details[**]",
        "!collection_method",
        "!days_until_due",
        "!default_source",
        "!default_tax_rates[**]",
        "!discounts[**]",
        "!invoice_settings[**]",
        "!off_session",
        "!on_behalf_of",
        "!pause_collection[**]",
        "!payment_behavior",
        "!payment_settings[**]",
        "!pending_invoice_item_interval[**]",
        "!proration_date",
        "!transfer_data[**]",
        "!trial_end",
        "!trial_from_plan",
        "!trial_settings[**]"
    };
    private static final List<String> STATUSES = List.of(
            "active",
            "all",
            "canceled",
            "ended",
            "incomplete",
            "incomplete_expired",
            "past_due",
            "paused",
            "trialing",
            "unpaid");

    private final SubscriptionBook book;
    private final PlanChange plans;

    Subscriptions(SubscriptionBook book) {
        this.book = book;
        this.plans = new PlanChange(book);
    }

    List<Route> routes() {
        return List.of(
                Route.get(URL, Listing.accepted("customer", "status", "price"), Subscriptions::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.SUBSCRIPTION)),
                Route.post(URL + "/{id}", Accepted.of(CHANGES), this::update),
                Route.delete(
                        URL + "/{id}", Accepted.of("!invoice_now", "!prorate", "!cancellation_details[**]"), call -> {
                            JsonObject subscription = living(call);
                            book.end(call.tx(), subscription, "cancellation_requested");
                            return subscription;
                        }));
    }

    private static JsonObject list(Call call) {
        Params params = call.params();
        String status = params.oneOf("status", STATUSES);
        String price = params.text("price");
        Predicate<JsonObject> filter = Listing.fits("customer", params.text("customer"))
                .and(found -> isAsked(found, status))
                .and(found -> price == null || sells(found, price));
        return Listing.of(call, Kind.SUBSCRIPTION, URL, filter);
    }

    /** Canceled ones are only shown to who asks for them. */
    private static boolean isAsked(JsonObject subscription, @Nullable String status) {
        if (status == null) {
            return SubscriptionBook.isAlive(subscription);
        }
        return switch (status) {
            case "all" -> true;
            case "ended" -> !SubscriptionBook.isAlive(subscription);
            default -> Json.is(subscription, "status", status);
        };
    }

    private static boolean sells(JsonObject subscription, String price) {
        return SubscriptionItems.of(subscription).stream()
                .anyMatch(item -> Json.is(item.getAsJsonObject("price"), "id", price));
    }

    private JsonObject update(Call call) {
        JsonObject subscription = living(call);
        Params params = call.params();
        JsonObject previous = SubscriptionBook.changing(subscription, changed(params));
        subscription.add("metadata", Metadata.merged(subscription.getAsJsonObject("metadata"), params));
        String description = params.raw("description");
        if (description != null) {
            subscription.add("description", Json.of(description.isEmpty() ? null : description));
        }
        setCard(call.tx(), subscription, params);
        setEnd(call.tx(), subscription, params.flag(AT_END));
        plans.apply(call.tx(), subscription, params, previous);
        return subscription;
    }

    private static String[] changed(Params params) {
        return List.of("items", "metadata", "description", CARD, AT_END).stream()
                .filter(params::has)
                .toArray(String[]::new);
    }

    private static void setCard(Tx tx, JsonObject subscription, Params params) {
        String card = params.text(CARD);
        if (card != null) {
            String customer = Json.requiredString(subscription, "customer");
            JsonObject found = tx.find(Kind.PAYMENT_METHOD, card)
                    .filter(method -> Json.is(method, "customer", customer))
                    .orElseThrow(() -> StripeError.noReferent(Kind.PAYMENT_METHOD, CARD, card));
            subscription.add(CARD, found.get("id"));
        }
    }

    private static void setEnd(Tx tx, JsonObject subscription, @Nullable Boolean atEnd) {
        if (atEnd == null) {
            return;
        }
        subscription.addProperty(AT_END, atEnd);
        if (atEnd) {
            subscription.addProperty("cancel_at", SubscriptionItems.periodEnd(subscription));
            subscription.addProperty("canceled_at", tx.nowSeconds());
        } else {
            subscription.add("cancel_at", JsonNull.INSTANCE);
            subscription.add("canceled_at", JsonNull.INSTANCE);
        }
        subscription.add(
                "cancellation_details", SubscriptionBook.cancellation(atEnd ? "cancellation_requested" : null));
    }

    private static JsonObject living(Call call) {
        JsonObject subscription = call.target(Kind.SUBSCRIPTION);
        if (!SubscriptionBook.isAlive(subscription)) {
            throw StripeError.notFound(Kind.SUBSCRIPTION, "id", call.id());
        }
        return subscription;
    }
}
