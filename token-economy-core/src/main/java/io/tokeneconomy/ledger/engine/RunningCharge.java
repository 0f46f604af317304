package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.SettlingWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a charge, from the moment its tokens are set aside. */
final class RunningCharge implements ChargeContext {

    private static final Logger LOG = LoggerFactory.getLogger(RunningCharge.class);

    private final Charge charge;
    private final ChargeHold hold;
    private final Bookings bookings;
    private final Bookings settlements;
    private final Supplier<ChargeState> look;
    private final BiConsumer<Operation, Outcome.Refusal> refused;
    private final AtomicInteger extensions = new AtomicInteger();
    private volatile ChargeBill bill;
    private volatile boolean over;

    /**
     * @param hold what is set aside
     * @param bookings where to book while the work runs
     * @param settlements where to book once it is over
     * @param look what the ledger knows of the charge by now
     * @param refused told what was refused to the host
     */
    RunningCharge(
            ChargeHold hold,
            Bookings bookings,
            Bookings settlements,
            Supplier<ChargeState> look,
            BiConsumer<Operation, Outcome.Refusal> refused) {
        this.charge = hold.charge();
        this.hold = hold;
        this.bookings = bookings;
        this.settlements = settlements;
        this.look = look;
        this.refused = refused;
        this.bill = new ChargeBill.Tokens(charge, charge.cost(), charge.details());
    }

    /** Runs the work, then takes the tokens or gives them back. */
    <T extends @Nullable Object, E extends Exception> ChargeResult<T> run(SettlingWork<T, E> work) throws E {
        T value;
        try {
            value = work.run(this);
        } catch (Throwable failure) {
            over = true;
            giveBack(failure);
            throw failure;
        }
        over = true;
        return Uninterrupted.get(() -> pay(value));
    }

    @Override
    public Charge charge() {
        return charge;
    }

    @Override
    public int attempt() {
        return hold.attempt();
    }

    @Override
    public void settle(long tokens, Details details) {
        requireRunning();
        bill = new ChargeBill.Tokens(charge, tokens, details);
    }

    @Override
    public void settleMetered(String meter, long units, MeterRate rate, Details details) {
        requireRunning();
        bill = new ChargeBill.Metered(
                new MeteredSpend(charge.account(), meter, units, rate, charge.key(), charge.member(), details));
    }

    @Override
    public Outcome extend(Duration timeout) {
        requireRunning();
        ExtendHold extension = hold.extension(extensions.incrementAndGet(), timeout);
        Outcome outcome = bookings.book(List.of(extension));
        if (outcome instanceof Outcome.Refusal refusal) {
            refused.accept(extension, refusal);
        }
        return outcome;
    }

    private <T extends @Nullable Object> ChargeResult<T> pay(T value) {
        try {
            ChargeResult<T> result = new ChargePayment(hold, bill, settlements, look).take(value);
            if (result instanceof ChargeResult.Underpaid<T> unpaid) {
                bill.fromAccount().ifPresent(asked -> refused.accept(asked, unpaid.refusal()));
            }
            return result;
        } catch (InvalidValueException never) {
            giveBack(never);
            throw never;
        } catch (RuntimeException unpaid) {
            // given back, the work would be free, though it is done
            LOG.error(
                    "Work of charge {} is done and not known to be paid: hold {} of account {} stays until it times out,"
                            + " to be captured under the charge's key",
                    charge.key(),
                    hold.key(),
                    charge.account(),
                    unpaid);
            throw unpaid;
        }
    }

    private void giveBack(Throwable failure) {
        try {
            Uninterrupted.get(() -> settlements.book(List.of(hold.release())));
        } catch (RuntimeException e) {
            // the hold times out by itself; what the caller must hear of is the failure
            failure.addSuppressed(e);
        }
    }

    private void requireRunning() {
        if (over) {
            throw new IllegalStateException("the work of charge " + charge.key() + " is over");
        }
    }
}
