package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How disputes are booked on the account's balance.
 *
 * @param currency the account's currency, null: always the charge's
 * @param rate minor units of the account's currency for one of the charge's
 * @param fee of a chargeback, in minor units of the account's currency
 */
record Settlement(@Nullable String currency, BigDecimal rate, long fee) {

    /** What a dispute costs in the USA. */
    static final long USUAL_FEE = 1_500;

    private static final String ID = "settlement";
    private static final Settlement USUAL = new Settlement(null, BigDecimal.ONE, USUAL_FEE);

    static Settlement of(Tx tx) {
        return tx.find(Kind.SETTING, ID)
                .map(kept -> new Settlement(
                        Json.string(kept, "currency"),
                        new BigDecimal(Json.requiredString(kept, "rate")),
                        Json.number(kept, "fee")))
                .orElse(USUAL);
    }

    void keep(Tx tx) {
        JsonObject kept = new JsonObject();
        kept.addProperty("id", ID);
        kept.addProperty("object", Kind.SETTING.object());
        kept.add("currency", Json.of(currency));
        kept.addProperty("rate", rate.toPlainString());
        kept.addProperty("fee", fee);
        tx.put(Kind.SETTING, kept);
    }

    /** The amount on the balance, rounded half up. */
    long settled(long amount) {
        return rate.multiply(BigDecimal.valueOf(amount))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
