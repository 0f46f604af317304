package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** What becomes of saved cards, as their owners and banks decide. Thread-safe; each call is atomic. */
public final class SandboxCards {

    private final State state;

    SandboxCards(State state) {
        this.state = state;
    }

    /**
     * From now on a customer's saved cards behave like another test card: {@code 4000000000000002} is declined, {@code
     * 4000000000009995} lacks money, {@code 4000002760003184} wants its owner each time.
     *
     * @param customerId whose ({@code cus_…})
     * @param card a number of one of Stripe's test cards
     * @throws SandboxException when the customer has no saved card, or the sandbox does not know the number
     */
    public void become(String customerId, String card) {
        TestCard wanted = TestCard.of(card)
                .filter(known -> !known.isLater())
                .orElseThrow(() -> new SandboxException(TestCard.unknown(), false, null));
        int changed = state.step(tx -> {
            List<JsonObject> saved = of(tx, customerId);
            saved.forEach(method -> {
                SavedCards.become(method, wanted);
                tx.put(Kind.PAYMENT_METHOD, method);
            });
            return saved.size();
        });
        if (changed == 0) {
            throw new SandboxException("Customer " + customerId + " has no saved card", false, null);
        }
    }

    /** A customer's saved cards are gone, as when he removes them. */
    public void detach(String customerId) {
        state.step(tx -> {
            List<JsonObject> saved = of(tx, customerId);
            saved.forEach(method -> tx.remove(Kind.PAYMENT_METHOD, Json.requiredString(method, "id")));
            return saved.size();
        });
    }

    private static List<JsonObject> of(Tx tx, String customer) {
        return tx.oldestFirst(Kind.PAYMENT_METHOD)
                .filter(method -> Json.is(method, "customer", customer))
                .map(JsonObject::deepCopy)
                .toList();
    }
}
