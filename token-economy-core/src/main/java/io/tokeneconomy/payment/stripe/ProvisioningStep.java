package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.catalog.Money;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of a {@link ProvisioningPlan}. Immutable; holds no secret. */
public sealed interface ProvisioningStep {

    /**
     * {@return one line for people} It begins with {@code +} for what will be made, {@code ~} for what will be changed,
     * {@code =} for what is right already, {@code !} for what stands in the way and {@code *} for what only you can do.
     */
    String text();

    /** What {@link StripeProvisioning#apply} does at Stripe. */
    sealed interface Change extends ProvisioningStep {}

    /**
     * What a buyer pays.
     *
     * @param price how much
     * @param interval how often, for a plan; null for a package, which is paid once
     */
    record Terms(Money price, @Nullable Interval interval) {

        /** {@return such as {@code USD 9.99} or {@code USD 9.99 a month}} */
        @Override
        public String toString() {
            return interval == null ? price.toString() : price + " a " + word(interval);
        }

        static String word(Interval interval) {
            return interval.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A package or plan gets a product.
     *
     * @param packageId the package or plan
     * @param productId the id it will have at Stripe
     * @param name what buyers see
     * @param description what buyers see below; empty for none
     */
    record CreateProduct(String packageId, String productId, String name, String description) implements Change {
        @Override
        public String text() {
            return "+ product " + packageId + ": \"" + name + "\" (" + productId + ")";
        }
    }

    /**
     * A product gets the package's or plan's name and description and is made active.
     *
     * @param packageId the package or plan
     * @param productId the product
     * @param name what buyers see from now on
     * @param description what buyers see below; empty for none
     * @param differs what differs now: {@code name}, {@code description}, {@code active}
     */
    record UpdateProduct(String packageId, String productId, String name, String description, List<String> differs)
            implements Change {

        /** Copies the list. */
        public UpdateProduct {
            differs = List.copyOf(differs);
        }

        @Override
        public String text() {
            return "~ product " + packageId + ": " + String.join(", ", differs) + " (" + productId + ")";
        }
    }

    /**
     * A package or plan gets a price, which takes its lookup key in the same moment. An amount of Stripe's cannot be changed, so
     * that a new one is a new price.
     *
     * @param packageId the package or plan
     * @param productId its product
     * @param terms what it costs
     * @param lookupKey the key under which it is found
     * @param holder the price that has the key until then, or null
     */
    record CreatePrice(
            String packageId,
            String productId,
            Terms terms,
            String lookupKey,
            @Nullable String holder) implements Change {
        @Override
        public String text() {
            return "+ price " + packageId + ": " + terms + ", lookup key " + lookupKey + from(holder);
        }
    }

    /**
     * A price that was made before gets the lookup key (again) and is made active.
     *
     * @param packageId the package or plan
     * @param priceId the price that sells it from now on
     * @param terms what it costs
     * @param lookupKey the key under which it is found
     * @param holder the price that has the key until then, or null
     */
    record MoveLookupKey(
            String packageId,
            String priceId,
            Terms terms,
            String lookupKey,
            @Nullable String holder) implements Change {
        @Override
        public String text() {
            return "~ price " + packageId + ": " + priceId + " (" + terms + ") takes lookup key " + lookupKey
                    + from(holder);
        }
    }

    /**
     * The price that has the lookup key was archived; it is made active.
     *
     * @param packageId the package or plan
     * @param priceId the price
     * @param terms what it costs
     */
    record RestorePrice(String packageId, String priceId, Terms terms) implements Change {
        @Override
        public String text() {
            return "~ price " + packageId + ": " + priceId + " (" + terms + ") is made active again";
        }
    }

    /**
     * A webhook endpoint is made; its secret is told once, in {@link Provisioned#webhookSecret()}.
     *
     * @param url where events go
     * @param events which ones
     */
    record CreateEndpoint(URI url, List<String> events) implements Change {

        /** Copies the list. */
        public CreateEndpoint {
            events = List.copyOf(events);
        }

        @Override
        public String text() {
            return "+ webhook " + url + ": " + events.size() + " types of events, api_version "
                    + StripeGateway.API_VERSION;
        }
    }

    /**
     * A webhook endpoint is changed; its secret stays, and so does every event that it hears already.
     *
     * @param endpointId the endpoint
     * @param url where events go, as before
     * @param events all that it will hear
     * @param missing those of them that it does not hear yet
     * @param enable whether it is switched off and will be switched on
     * @param mark whether it was made by hand and will be marked as ours
     */
    record UpdateEndpoint(
            String endpointId, URI url, List<String> events, List<String> missing, boolean enable, boolean mark)
            implements Change {

        /** Copies the lists. */
        public UpdateEndpoint {
            events = List.copyOf(events);
            missing = List.copyOf(missing);
        }

        @Override
        public String text() {
            return "~ webhook " + url + ": " + endpointId
                    + (missing.isEmpty() ? "" : ", hears also " + String.join(", ", missing))
                    + (enable ? ", is switched on" : "")
                    + (mark ? ", is marked as this application's" : "");
        }
    }

    /** What a step is about. */
    enum Subject {
        /** The product of a package or plan. */
        PRODUCT("product"),
        /** The price of a package or plan. */
        PRICE("price"),
        /** The webhook endpoint. */
        WEBHOOK("webhook");

        private final String word;

        Subject(String word) {
            this.word = word;
        }
    }

    /**
     * What is as it should be.
     *
     * @param subject what kind of thing
     * @param name the package's or plan's id, or the endpoint's address
     * @param id its id at Stripe
     */
    record Unchanged(Subject subject, String name, String id) implements ProvisioningStep {
        @Override
        public String text() {
            return "= " + subject.word + " " + name + " (" + id + ")";
        }
    }

    /**
     * What stands in the way. A plan that has one is not applied.
     *
     * @param subject what kind of thing
     * @param name the package's or plan's id, or the endpoint's address
     * @param problem what is wrong and what would help
     */
    record Conflict(Subject subject, String name, String problem) implements ProvisioningStep {
        @Override
        public String text() {
            return "! " + subject.word + " " + name + ": " + problem;
        }
    }

    /**
     * What only you can do, or decide. It keeps nothing from being applied.
     *
     * @param subject what kind of thing
     * @param name the package's or plan's id, or the endpoint's address
     * @param advice what to do
     */
    record ByHand(Subject subject, String name, String advice) implements ProvisioningStep {
        @Override
        public String text() {
            return "* " + subject.word + " " + name + ": " + advice;
        }
    }

    private static String from(@Nullable String holder) {
        return holder == null ? "" : ", taken from " + holder;
    }
}
