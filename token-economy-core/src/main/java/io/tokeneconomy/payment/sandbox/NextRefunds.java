package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;

/** How the next refunds begin, first told first. Kept with the state, so that a restart does not forget it. */
final class NextRefunds {

    static final int MAX_TOLD = 1_000;

    private static final String ID = "next_refunds";
    private static final String OUTCOMES = "outcomes";

    private NextRefunds() {}

    /** @throws StripeError when more than {@value #MAX_TOLD} wait already */
    static void tell(Tx tx, RefundOutcome outcome) {
        JsonObject setting = tx.find(Kind.SETTING, ID).orElseGet(NextRefunds::none);
        JsonArray told = setting.getAsJsonArray(OUTCOMES);
        if (told.size() >= MAX_TOLD) {
            throw StripeError.invalid(null, null, "At most " + MAX_TOLD + " refunds can be told how to begin.");
        }
        told.add(outcome.name());
        tx.put(Kind.SETTING, setting);
    }

    private static JsonObject none() {
        JsonObject setting = new JsonObject();
        setting.addProperty("id", ID);
        setting.addProperty("object", Kind.SETTING.object());
        setting.add(OUTCOMES, new JsonArray());
        return setting;
    }

    /** The first that was told, which is then used up. */
    static Optional<RefundOutcome> take(Tx tx) {
        return tx.find(Kind.SETTING, ID)
                .filter(setting -> !setting.getAsJsonArray(OUTCOMES).isEmpty())
                .map(setting -> {
                    String first = setting.getAsJsonArray(OUTCOMES).remove(0).getAsString();
                    tx.put(Kind.SETTING, setting);
                    return RefundOutcome.valueOf(first);
                });
    }
}
