package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host says about an operation; kept with its entry for ever and covered by its hash.
 *
 * @param reference the host's own id of the cause, at most {@value LedgerLimits#MAX_REFERENCE} characters, or null
 * @param description a line for the buyer's statement, at most {@value LedgerLimits#MAX_DESCRIPTION} characters, or
 *     null
 * @param metadata at most {@value LedgerLimits#MAX_METADATA} entries, keys up to {@value LedgerLimits#MAX_METADATA_KEY}
 *     and values up to {@value LedgerLimits#MAX_METADATA_VALUE} characters; copied, in key order
 */
public record Details(@Nullable String reference, @Nullable String description, Map<String, String> metadata) {

    /** Nothing said. */
    public static final Details NONE = new Details(null, null, Map.of());

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is too long or not clean */
    public Details {
        Checks.optionalText("reference", reference, LedgerLimits.MAX_REFERENCE);
        Checks.optionalText("description", description, LedgerLimits.MAX_DESCRIPTION);
        metadata = Checks.metadata(
                "metadata",
                metadata,
                LedgerLimits.MAX_METADATA,
                LedgerLimits.MAX_METADATA_KEY,
                LedgerLimits.MAX_METADATA_VALUE);
    }

    /** {@return these details with another reference} */
    public Details withReference(String newReference) {
        return new Details(newReference, description, metadata);
    }

    /** {@return these details with another description} */
    public Details withDescription(String newDescription) {
        return new Details(reference, newDescription, metadata);
    }

    /** {@return these details with other metadata} */
    public Details withMetadata(Map<String, String> newMetadata) {
        return new Details(reference, description, newMetadata);
    }
}
