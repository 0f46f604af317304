package io.tokeneconomy.payment.stripe;

import com.stripe.model.WebhookEndpoint;
import com.stripe.service.V1Services;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.stripe.AccountState.PriceState;
import io.tokeneconomy.payment.stripe.ProvisioningCalls.Permission;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateEndpoint;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreatePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateProduct;
import io.tokeneconomy.payment.stripe.ProvisioningStep.MoveLookupKey;
import io.tokeneconomy.payment.stripe.ProvisioningStep.RestorePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Subject;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateEndpoint;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateProduct;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the steps of one plan. Each is safe to take twice, by two at once too:
 *
 * <ol>
 *   <li>Changes set what is wanted, not a difference.
 *   <li>What is made is looked for afterwards. If it is there, who made it does not matter: a lost answer and somebody
 *       faster come to the same.
 *   <li>If Stripe says that it was made, but it is not there, the answer was an old one, which Stripe repeats for the
 *       same idempotency key for a day; the next attempt has another key.
 * </ol>
 */
final class PlanRunner {

    private static final Logger log = LoggerFactory.getLogger(StripeProvisioning.class);
    private static final int ATTEMPTS = 3;

    private final V1Services stripe;
    private final ProvisioningCalls calls;
    private final ProvisioningNames names;
    private final AccountReader reader;
    private final ProvisioningRequests requests;
    private final Map<String, String> priceIds = new LinkedHashMap<>();
    private @Nullable String secret;

    PlanRunner(V1Services stripe, ProvisioningCalls calls, ProvisioningNames names, AccountReader reader) {
        this.stripe = stripe;
        this.calls = calls;
        this.names = names;
        this.reader = reader;
        this.requests = new ProvisioningRequests(names);
    }

    Provisioned run(ProvisioningPlan plan) {
        plan.steps().forEach(this::take);
        return new Provisioned(priceIds, secret);
    }

    private void take(ProvisioningStep step) {
        if (step instanceof Unchanged unchanged && unchanged.subject() == Subject.PRICE) {
            priceIds.put(unchanged.name(), unchanged.id());
        } else if (step instanceof CreateProduct product) {
            create(product);
        } else if (step instanceof UpdateProduct product) {
            update(product);
        } else if (step instanceof CreatePrice price) {
            priceIds.put(price.packageId(), create(price));
        } else if (step instanceof MoveLookupKey move) {
            move(move);
        } else if (step instanceof RestorePrice restore) {
            restore(restore);
        } else if (step instanceof CreateEndpoint endpoint) {
            secret = create(endpoint);
        } else if (step instanceof UpdateEndpoint endpoint) {
            update(endpoint);
        }
        if (step instanceof ProvisioningStep.Change) {
            log.info("{}", step.text());
        }
    }

    private void create(CreateProduct step) {
        Supplier<Optional<String>> find = () -> reader.product(step.productId())
                .filter(product -> names.marked(product.metadata(), step.packageId()))
                .map(AccountState.ProductState::id);
        created(
                step,
                attempt -> write(
                        step,
                        Permission.PRODUCTS,
                        IdempotencyKeys.once(),
                        options -> stripe.products().create(requests.product(step), options)),
                find);
    }

    private void update(UpdateProduct step) {
        write(
                step,
                Permission.PRODUCTS,
                IdempotencyKeys.once(),
                options -> stripe.products().update(step.productId(), requests.product(step), options));
    }

    private String create(CreatePrice step) {
        Supplier<Optional<String>> find = () -> reader.holder(step.lookupKey())
                .filter(price -> price.active() && price.product().equals(step.productId()))
                .filter(price -> price.charges(step.terms()) && names.marked(price.metadata(), step.packageId()))
                .map(PriceState::id);
        return created(
                step,
                attempt -> {
                    String key = IdempotencyKeys.price(names.application(), step, attempt);
                    write(
                            step,
                            Permission.PRICES,
                            key,
                            options -> stripe.prices().create(requests.price(step), options));
                },
                find);
    }

    private void move(MoveLookupKey step) {
        write(
                step,
                Permission.PRICES,
                IdempotencyKeys.once(),
                options -> stripe.prices().update(step.priceId(), requests.price(step), options));
        priceIds.put(step.packageId(), step.priceId());
    }

    private void restore(RestorePrice step) {
        write(
                step,
                Permission.PRICES,
                IdempotencyKeys.once(),
                options -> stripe.prices().update(step.priceId(), ProvisioningRequests.active(), options));
        priceIds.put(step.packageId(), step.priceId());
    }

    private void update(UpdateEndpoint step) {
        write(
                step,
                Permission.ENDPOINTS,
                IdempotencyKeys.once(),
                options -> stripe.webhookEndpoints().update(step.endpointId(), requests.endpoint(step), options));
    }

    /** The secret is in this answer only, so nothing that fails afterwards may lose it. */
    private String create(CreateEndpoint step) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                WebhookEndpoint made = create(step, attempt);
                if (isThere(made.getId())) {
                    return made.getSecret();
                }
            } catch (PaymentException e) {
                if (!isSaved(e) || attempt == ATTEMPTS || reader.hasEndpointAt(step.url())) {
                    throw e;
                }
            }
        }
        throw notThere(step);
    }

    private WebhookEndpoint create(CreateEndpoint step, int attempt) {
        String key = IdempotencyKeys.endpoint(names.application(), step, attempt);
        return write(
                step,
                Permission.ENDPOINTS,
                key,
                options -> stripe.webhookEndpoints().create(requests.endpoint(step), options));
    }

    private boolean isThere(String endpointId) {
        try {
            return reader.endpoint(endpointId).isPresent();
        } catch (PaymentException e) {
            log.warn("{} was made, but cannot be read", endpointId, e);
            return true;
        }
    }

    /** One request that makes something. */
    @FunctionalInterface
    private interface Attempt {
        void number(int attempt);
    }

    private static String created(ProvisioningStep step, Attempt make, Supplier<Optional<String>> find) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            PaymentException failure = null; // Stripe says that it is made
            try {
                make.number(attempt);
            } catch (PaymentException e) {
                failure = e;
            }
            Optional<String> found = find.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (failure != null && !isSaved(failure)) {
                throw failure;
            }
        }
        throw notThere(step);
    }

    /** Stripe repeats such a failure for the same key for a day. */
    private static boolean isSaved(PaymentException failure) {
        return failure instanceof StripeTrouble trouble && trouble.savedByStripe();
    }

    private static PaymentException notThere(ProvisioningStep step) {
        return new PaymentException(
                Reason.UNAVAILABLE, "Stripe says that it did [" + step.text() + "], but it is not there", null);
    }

    private <T> T write(ProvisioningStep step, Permission permission, String key, StripeCalls.Call<T> call) {
        return calls.write("[" + step.text() + "]", permission, key, call);
    }
}
