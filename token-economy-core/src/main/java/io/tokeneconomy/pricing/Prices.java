package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spends by a price list. Thread-safe.
 *
 * <p>An entry's metadata says what was paid for: {@code operation}, {@code quantity}, {@code price} ({@code 5} or
 * {@code 1/1000}) and, of a price that was not there from the beginning, {@code price-from}.
 *
 * <p>A use that is asked for again under its key is answered by the price it was booked with, whatever the list says by
 * now: it is {@link Outcome.Replayed}, also when its operation is no longer in the list.
 */
public final class Prices {

    private final Ledger ledger;
    private final PriceList list;
    private final InstantSource time;

    /**
     * @param ledger where it is booked
     * @param list what operations cost
     * @param time tells which prices are in force
     */
    public Prices(Ledger ledger, PriceList list, InstantSource time) {
        this.ledger = ledger;
        this.list = list;
        this.time = time;
    }

    /** {@return the price list} */
    public PriceList list() {
        return list;
    }

    /**
     * {@return what so many would cost now} Nothing is booked, no account is looked at.
     *
     * @param operation the operation's name
     * @param quantity how many, or how many units, 1 to {@value LedgerLimits#MAX_AMOUNT}
     * @throws InvalidValueException when the operation is unknown or has no price yet, or the quantity is out of range
     */
    public Estimate estimate(String operation, long quantity) {
        return list.inForce(operation, time.instant()).estimate(quantity);
    }

    /**
     * {@return what so many would take from that account now} With the part of a token that the account carries from
     * earlier metered use. Nothing is booked.
     *
     * @param account who would pay
     * @param operation the operation's name
     * @param quantity how many, or how many units, 1 to {@value LedgerLimits#MAX_AMOUNT}
     * @throws InvalidValueException when the operation is unknown or has no price yet, the quantity is out of range, or
     *     the part to be carried would be too fine
     */
    public AccountEstimate estimate(AccountId account, String operation, long quantity) {
        Estimate estimate = estimate(operation, quantity);
        return estimate.price() instanceof Price.Metered
                ? estimate.after(ledger.carried(account, operation))
                : estimate.after(Remainder.ZERO);
    }

    /** Takes what a use costs now. See {@link #spend(Use)} for more. */
    public Outcome spend(AccountId account, String operation, long quantity, IdempotencyKey key) {
        return spend(Use.of(account, operation, quantity, key));
    }

    /**
     * Takes what a use costs.
     *
     * @return booked, replayed, or why it was refused
     * @throws InvalidValueException when the operation is unknown or has no price yet, or the quantity costs too much
     */
    public Outcome spend(Use use) {
        Price price = price(use);
        Outcome outcome = ledger.apply(operation(use, price));
        return asPaid(use, price, outcome).map(ledger::apply).orElse(outcome);
    }

    /**
     * Takes what many uses cost, in few commits. See {@link Ledger#apply(List)} and {@link #spend(Use)}.
     *
     * @param uses 1 to {@value LedgerLimits#MAX_BULK}; nothing is booked when one of them has no price
     * @return one outcome for each, in their order
     * @throws io.tokeneconomy.ledger.BulkIncompleteException when not every use got an outcome, with what became of each
     * @throws InvalidValueException when an operation is unknown or has no price yet, or a quantity costs too much
     */
    public List<Outcome> spend(List<Use> uses) {
        return new BulkSpend(ledger, this::price).spend(List.copyOf(uses));
    }

    /**
     * {@return the operation that books a use at the price in force, to be applied with others} It is bound to that price:
     * made and applied again after the price has changed, it is an {@link Outcome.KeyConflict}. Use {@link #spend(List)}
     * for what may be asked for again.
     *
     * @throws InvalidValueException when the operation is unknown or has no price yet, or the quantity costs too much
     */
    public Operation operation(Use use) {
        return operation(use, list.inForce(use.operation(), instant(use)));
    }

    /**
     * Runs work that is paid for by the price list. See {@link Ledger#charge(Charge, io.tokeneconomy.ledger.SettlingWork)}
     * for what becomes of it.
     *
     * @throws E what the work throws, unchanged
     * @throws InvalidValueException when the operation is unknown or has no price yet, or the quantity costs too much
     */
    public <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(
            AccountId account, String operation, long quantity, IdempotencyKey key, Work<T, E> work) throws E {
        return charge(Use.of(account, operation, quantity, key), LedgerLimits.HOLD_TIME, charge -> work.run());
    }

    /**
     * Runs work that is paid for by the price list, and that may settle for another quantity: sets the most that the use
     * can cost aside, runs the work, takes what it used. Metered use is taken exactly, as {@link #spend} would.
     *
     * @param use the quantity as it is thought beforehand
     * @param timeout after which time the tokens come back when nobody finished the charge
     * @param work run by the calling thread, at most once
     * @return as {@link Ledger#charge(Charge, io.tokeneconomy.ledger.SettlingWork)}
     * @throws E what the work throws, unchanged
     * @throws InvalidValueException when the operation is unknown or has no price yet, the quantity costs too much, or the
     *     timeout is out of range
     */
    public <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(
            Use use, Duration timeout, PricedWork<T, E> work) throws E {
        Price price = price(use);
        Charge charge = new Charge(
                use.account(),
                price.estimate(use.quantity()).most(),
                use.key(),
                timeout,
                use.member(),
                PriceTag.on(use.details(), price, use.quantity()));
        return ledger.charge(charge, context -> {
            PricedCharge priced = new PricedCharge(use, price, context);
            priced.settle(use.quantity());
            return work.run(priced);
        });
    }

    /** What is in force; when that cannot price the use (any more), what was paid under the key. */
    private Price price(Use use) {
        Instant at = instant(use);
        return list.find(use.operation(), at)
                .filter(price -> use.quantity() <= price.mostQuantity())
                .or(() -> ledger.entry(use.key())
                        .flatMap(entry -> tag(use, entry))
                        .filter(price -> use.quantity() <= price.mostQuantity()))
                .orElseGet(() -> list.inForce(use.operation(), at));
    }

    /** The use as it was paid for at another price under the key; empty when it was not. */
    static Optional<Operation> asPaid(Use use, Price price, Outcome outcome) {
        return outcome instanceof Outcome.KeyConflict conflict
                ? tag(use, conflict.existing())
                        .filter(paid -> !paid.equals(price) && use.quantity() <= paid.mostQuantity())
                        .map(paid -> operation(use, paid))
                : Optional.empty();
    }

    private Instant instant(Use use) {
        Instant at = use.at();
        return at == null ? time.instant() : at;
    }

    private static Optional<Price> tag(Use use, LedgerEntry entry) {
        return PriceTag.read(use.operation(), entry.details());
    }

    static Operation operation(Use use, Price price) {
        Estimate cost = price.estimate(use.quantity());
        var details = PriceTag.on(use.details(), price, use.quantity());
        return price instanceof Price.Metered metered
                ? new MeteredSpend(
                        use.account(),
                        use.operation(),
                        use.quantity(),
                        metered.rate(),
                        use.key(),
                        use.member(),
                        details)
                : new Spend(use.account(), cost.least(), use.key(), use.member(), details);
    }
}
