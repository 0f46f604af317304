package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.payment.stripe.AccountState.PriceState;
import io.tokeneconomy.payment.stripe.AccountState.ProductState;
import io.tokeneconomy.payment.stripe.ProvisioningStep.ByHand;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Conflict;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreatePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateProduct;
import io.tokeneconomy.payment.stripe.ProvisioningStep.MoveLookupKey;
import io.tokeneconomy.payment.stripe.ProvisioningStep.RestorePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Subject;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateProduct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a catalog with the products and prices of an account. Pure: nothing is asked, nothing is changed. */
final class CatalogPlanner {

    private final ProvisioningNames names;
    private final AccountState state;

    CatalogPlanner(ProvisioningNames names, AccountState state) {
        this.names = names;
        this.state = state;
    }

    List<ProvisioningStep> steps(Catalog catalog) {
        return Sold.in(catalog).stream().flatMap(offer -> steps(offer).stream()).toList();
    }

    /** A price id in the catalog may be one that we made and somebody copied; any other is not ours to manage. */
    private List<ProvisioningStep> steps(Sold offer) {
        String priceId = offer.stripePrice();
        if (priceId == null) {
            return managed(offer);
        }
        PriceState pinned = state.pinned().get(priceId);
        return pinned != null && names.marked(pinned.metadata(), offer.id())
                ? managed(offer)
                : List.of(unmanaged(offer, priceId, pinned));
    }

    private static ProvisioningStep unmanaged(Sold offer, String priceId, @Nullable PriceState price) {
        if (price == null) {
            return conflict(
                    Subject.PRICE, offer, "the catalog sells it by " + priceId + ", which Stripe does not know");
        }
        if (!price.charges(offer.terms())) {
            return conflict(
                    Subject.PRICE,
                    offer,
                    "the catalog says " + offer.terms() + " and names " + priceId + ", which charges "
                            + price.charge());
        }
        return price.active()
                ? new Unchanged(Subject.PRICE, offer.id(), priceId)
                : conflict(Subject.PRICE, offer, "the catalog sells it by " + priceId + ", which is archived");
    }

    private List<ProvisioningStep> managed(Sold offer) {
        ProvisioningStep product = product(offer);
        if (product instanceof Conflict) {
            return List.of(product);
        }
        PriceState holder = state.holders().get(names.lookupKey(offer.id()));
        ProvisioningStep price = price(offer, holder);
        List<ProvisioningStep> steps = new ArrayList<>(List.of(product, price));
        boolean replaced = price instanceof CreatePrice || price instanceof MoveLookupKey;
        if (replaced && holder != null && holder.active()) {
            steps.add(new ByHand(
                    Subject.PRICE,
                    offer.id(),
                    "archive " + holder.id() + " once no shop runs with the catalog that named its price"));
        }
        offer.priceId().flatMap(pinned -> outdated(offer, pinned, price)).ifPresent(steps::add);
        return steps;
    }

    private static Optional<ProvisioningStep> outdated(Sold offer, String pinned, ProvisioningStep price) {
        boolean right = price instanceof Unchanged unchanged && unchanged.id().equals(pinned);
        return right
                ? Optional.empty()
                : Optional.of(new ByHand(
                        Subject.PRICE,
                        offer.id(),
                        "the catalog still names " + pinned + "; take it out (" + offer.priceIdVariable()
                                + ") or put the new price's id in its place"));
    }

    private ProvisioningStep product(Sold offer) {
        String id = names.productId(offer.id());
        ProductState product = state.products().get(id);
        if (product == null) {
            return new CreateProduct(offer.id(), id, offer.name(), offer.description());
        }
        if (!names.marked(product.metadata(), offer.id())) {
            return conflict(
                    Subject.PRODUCT,
                    offer,
                    id + " is there, but its metadata does not say that it is this " + offer.kind() + "'s");
        }
        List<String> differs = differences(offer, product);
        return differs.isEmpty()
                ? new Unchanged(Subject.PRODUCT, offer.id(), id)
                : new UpdateProduct(offer.id(), id, offer.name(), offer.description(), differs);
    }

    private static List<String> differences(Sold offer, ProductState product) {
        List<String> differs = new ArrayList<>();
        if (!product.name().equals(offer.name())) {
            differs.add("name");
        }
        if (!product.description().equals(offer.description())) {
            differs.add("description");
        }
        if (!product.active()) {
            differs.add("active");
        }
        return differs;
    }

    private ProvisioningStep price(Sold offer, @Nullable PriceState holder) {
        String key = names.lookupKey(offer.id());
        if (holder != null && !names.marked(holder.metadata(), offer.id())) {
            return conflict(
                    Subject.PRICE,
                    offer,
                    "lookup key " + key + " belongs to " + holder.id() + ", which this application did not make; give"
                            + " that price another key, or this application another name");
        }
        if (holder != null && sells(holder, offer)) {
            return holder.active()
                    ? new Unchanged(Subject.PRICE, offer.id(), holder.id())
                    : new RestorePrice(offer.id(), holder.id(), offer.terms());
        }
        String holderId = holder == null ? null : holder.id();
        return spare(offer)
                .<ProvisioningStep>map(spare -> new MoveLookupKey(offer.id(), spare.id(), offer.terms(), key, holderId))
                .orElseGet(
                        () -> new CreatePrice(offer.id(), names.productId(offer.id()), offer.terms(), key, holderId));
    }

    /** An active one first: who sells by it must not see it change. */
    private Optional<PriceState> spare(Sold offer) {
        return state.others().getOrDefault(names.productId(offer.id()), List.of()).stream()
                .filter(price -> names.marked(price.metadata(), offer.id()) && sells(price, offer))
                .min(Comparator.comparing(PriceState::active).reversed());
    }

    private boolean sells(PriceState price, Sold offer) {
        return price.product().equals(names.productId(offer.id())) && price.charges(offer.terms());
    }

    private static Conflict conflict(Subject subject, Sold offer, String problem) {
        return new Conflict(subject, offer.id(), problem);
    }
}
