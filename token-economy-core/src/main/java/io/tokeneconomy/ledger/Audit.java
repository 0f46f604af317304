package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.Map;

/**
 * Who did it, and why: required of everything that a person does to an account by hand. The entry shows the reason as
 * its description and the actor in its metadata.
 *
 * @param actor who, 1 to {@value LedgerLimits#MAX_METADATA_VALUE} characters
 * @param reason why, 1 to {@value LedgerLimits#MAX_DESCRIPTION} characters
 */
public record Audit(String actor, String reason) {

    /** The metadata key of the actor. */
    public static final String ACTOR = "actor";

    /** @throws io.tokeneconomy.error.InvalidValueException when one of them is missing or too long */
    public Audit {
        Checks.text("actor", actor, LedgerLimits.MAX_METADATA_VALUE);
        Checks.text("reason", reason, LedgerLimits.MAX_DESCRIPTION);
    }

    Details details() {
        return new Details(null, reason, Map.of(ACTOR, actor));
    }
}
