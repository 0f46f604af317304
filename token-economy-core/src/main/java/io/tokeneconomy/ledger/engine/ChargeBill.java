package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import java.util.List;
import java.util.Optional;

/** What a charge's work costs in the end, and how that is booked. */
sealed interface ChargeBill {

    /** What takes it from a hold, which ends: all or nothing, the last one under the charge's key. */
    List<Operation> fromHold(ChargeHold hold);

    /** What takes it from the account's tokens; empty when there is nothing to take. */
    Optional<Operation> fromAccount();

    /** What the entry that takes the tokens says. */
    Details details();

    /** The whole tokens it costs at least. */
    long least();

    /** The whole tokens it costs at most. */
    long most();

    /** A number of tokens, or none. */
    record Tokens(Charge charge, long amount, Details details) implements ChargeBill {

        public Tokens {
            Checks.range("tokens", amount, 0, LedgerLimits.MAX_AMOUNT);
        }

        @Override
        public List<Operation> fromHold(ChargeHold hold) {
            return List.of(
                    amount == 0
                            ? Release.of(charge.account(), hold.key(), charge.key())
                                    .withDetails(details)
                            : Capture.of(charge.account(), hold.key(), amount, charge.key())
                                    .exceeding()
                                    .withDetails(details));
        }

        @Override
        public Optional<Operation> fromAccount() {
            return amount == 0
                    ? Optional.empty()
                    : Optional.of(new Spend(charge.account(), amount, charge.key(), charge.member(), details));
        }

        @Override
        public long least() {
            return amount;
        }

        @Override
        public long most() {
            return amount;
        }
    }

    /** Metered use: the hold ends, and the use is spent in the same commit. */
    record Metered(MeteredSpend use) implements ChargeBill {

        public Metered {
            Checks.range("units' cost in tokens", cost(use) / use.rate().units(), 0, LedgerLimits.MAX_AMOUNT);
        }

        @Override
        public List<Operation> fromHold(ChargeHold hold) {
            return List.of(hold.release(), use);
        }

        @Override
        public Optional<Operation> fromAccount() {
            return Optional.of(use);
        }

        @Override
        public Details details() {
            return use.details();
        }

        @Override
        public long least() {
            return cost(use) / use.rate().units();
        }

        @Override
        public long most() {
            return -Math.floorDiv(-cost(use), use.rate().units());
        }

        /** In parts of a token. */
        private static long cost(MeteredSpend use) {
            return Math.multiplyExact(use.units(), use.rate().tokens());
        }
    }
}
