package io.tokeneconomy.topup;

import io.tokeneconomy.order.TopUp;

/** What came of {@link TopUps#enable}. */
public sealed interface TopUpResult {

    /**
     * {@return the state from now on}
     *
     * @throws TopUpRefusedException when it was refused
     */
    TopUp orElseThrow();

    /**
     * It is on.
     *
     * @param topUp the state from now on
     */
    record Enabled(TopUp topUp) implements TopUpResult {
        @Override
        public TopUp orElseThrow() {
            return topUp;
        }
    }

    /**
     * Nothing was changed.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements TopUpResult {
        @Override
        public TopUp orElseThrow() {
            throw new TopUpRefusedException(this);
        }
    }

    /** Why it was refused. */
    enum Reason {
        /** The buyer has no saved card: let him buy once with a checkout that saves it. */
        NO_SAVED_CARD,
        /** A single purchase would cost more than the cap allows in a period. */
        ABOVE_CAP,
        /** An attempt is under way whose outcome is not known yet: try again in some minutes. */
        IN_FLIGHT
    }
}
