package io.tokeneconomy.payment.stripe;

import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.stripe.StripeCalls.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls Stripe for provisioning; a restricted key that may not do it hears which permission it lacks. */
final class ProvisioningCalls {

    static final long PAGE = 100;
    static final int MAX_PAGES = 10;

    private final StripeCalls calls;

    ProvisioningCalls(StripeCalls calls) {
        this.calls = calls;
    }

    /** The names of the dashboard. */
    enum Permission {
        PRODUCTS("Products"),
        PRICES("Prices"),
        ENDPOINTS("Webhook Endpoints");

        private final String label;

        Permission(String label) {
            this.label = label;
        }
    }

    /** One page of a list, from the start or after an id. */
    @FunctionalInterface
    interface Page<T extends HasId> extends Function<@Nullable String, Call<StripeCollection<T>>> {}

    <T> T read(String what, Permission permission, Call<T> call) {
        return named(permission.label + ": read", () -> calls.read(what, call));
    }

    <T> T write(String what, Permission permission, String idempotencyKey, Call<T> call) {
        return named(permission.label + ": write", () -> calls.create(what, idempotencyKey, call));
    }

    /** The whole list, as far as ten pages go. */
    <T extends HasId> List<T> all(String what, Permission permission, Page<T> pages) {
        List<T> all = new ArrayList<>();
        String after = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            StripeCollection<T> found = read(what, permission, pages.apply(after));
            List<T> data = found.getData();
            all.addAll(data);
            if (!Boolean.TRUE.equals(found.getHasMore()) || data.isEmpty()) {
                break;
            }
            after = data.get(data.size() - 1).getId();
        }
        return all;
    }

    private static <T> T named(String permission, Supplier<T> call) {
        try {
            return call.get();
        } catch (StripeTrouble e) {
            if (e.forbidden()) {
                throw new PaymentException(
                        Reason.UNAUTHORIZED,
                        e.getMessage() + " [a restricted key needs the permission " + permission + "]",
                        e);
            }
            throw e;
        }
    }
}
