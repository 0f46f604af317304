package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client that buys and spends by turns and writes down what was acknowledged. When an answer does not come it stops;
 * going on, it repeats what it does not know the outcome of, with the same checkout or key.
 */
final class Shopper {

    private static final int SPENDS_PER_PURCHASE = 4;

    private final String user;
    private final int operations;
    private final AtomicInteger acknowledgedByAll;
    private final Set<String> purchases = new LinkedHashSet<>();
    private final List<String> spends = new ArrayList<>();
    private @Nullable Buyer buyer;
    private Buyer.@Nullable Checkout unsettled;

    Shopper(String user, int operations, AtomicInteger acknowledgedByAll) {
        this.user = user;
        this.operations = operations;
        this.acknowledgedByAll = acknowledgedByAll;
    }

    /** Works until all is done, or the shop is gone. */
    void shop(URI shop) {
        try {
            if (buyer == null) {
                buyer = Buyer.signIn(shop, user);
            }
            while (acknowledged() < operations) {
                next(buyer);
                acknowledgedByAll.incrementAndGet();
            }
        } catch (IOException gone) {
            assertThat(acknowledged())
                    .as("the shop is gone, and was not killed")
                    .isLessThan(operations);
        }
    }

    private void next(Buyer at) throws IOException {
        if (acknowledged() % (SPENDS_PER_PURCHASE + 1) == 0) {
            purchase(at);
        } else {
            spend(at);
        }
    }

    private void purchase(Buyer at) throws IOException {
        if (unsettled == null) {
            unsettled = at.checkout("popular");
        }
        HttpResponse<String> paid = Http.pay(unsettled.url(), "4242424242424242");
        boolean paidBefore = paid.statusCode() == 409; // the answer of the first time was lost
        assertThat(paidBefore || paid.statusCode() == 303).as(paid.body()).isTrue();
        HttpResponse<String> back = at.get("/tokens/success?session_id=" + unsettled.id());
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        purchases.add(unsettled.id());
        unsettled = null;
    }

    private void spend(Buyer at) throws IOException {
        String key = "key-" + spends.size();
        HttpResponse<String> spent = at.generate(key);
        assertThat(spent.statusCode()).as(spent.body()).isEqualTo(200);
        spends.add(key);
    }

    int acknowledged() {
        return purchases.size() + spends.size();
    }

    String user() {
        return user;
    }

    /** {@return the checkouts that were acknowledged} */
    Set<String> purchases() {
        return Set.copyOf(purchases);
    }

    /** {@return the keys of the spends that were acknowledged} */
    List<String> spends() {
        return List.copyOf(spends);
    }

    Buyer buyer() {
        return Objects.requireNonNull(buyer);
    }
}
