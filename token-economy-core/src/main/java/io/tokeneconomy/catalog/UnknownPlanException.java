package io.tokeneconomy.catalog;

import io.tokeneconomy.error.TokenEconomyException;
import java.util.List;

/** A plan id that the catalog does not have. Not retryable: the same id stays unknown. */
public final class UnknownPlanException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final String planId;

    UnknownPlanException(String planId, List<String> knownIds) {
        super(
                "unknown plan \"" + UnknownPackageException.shown(planId) + "\", the catalog has: "
                        + (knownIds.isEmpty() ? "none" : UnknownPackageException.shown(knownIds)),
                false,
                null);
        this.planId = planId;
    }

    /** {@return the id that was asked for, exactly as it was given} */
    public String planId() {
        return planId;
    }
}
