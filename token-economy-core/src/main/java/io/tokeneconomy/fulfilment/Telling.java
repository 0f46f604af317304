package io.tokeneconomy.fulfilment;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CheckoutSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators and listeners what came of looking at a checkout session. */
final class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private final Announcer announcer;
    private final PaymentMode mode;

    /** @param mode the shop's */
    Telling(Announcer announcer, PaymentMode mode) {
        this.announcer = announcer;
        this.mode = mode;
    }

    void tell(CheckoutSession session, FulfilmentResult result) {
        if (session.mode() != mode) {
            LOG.error("❌ Session {} is in mode {}, this shop is not: ignored", session.id(), session.mode());
        }
        if (result.misfit() != null) {
            parked(session, result.misfit());
        }
        if (result.status() == Status.REVERSED) {
            result.booked().forEach(Telling::reversed);
        }
        result.booked().forEach(announcer::booked);
        if (result.parked() != null) {
            announcer.tell(new TokenEconomyEvent.PaymentParked(result.parked()));
        }
    }

    void unknown(UnknownOrderException e) {
        LOG.error("❌ {}", e.getMessage());
    }

    private static void parked(CheckoutSession session, Misfit misfit) {
        switch (misfit.kind()) {
            case MISSING_METADATA -> LOG.error("❌ Missing required metadata for token purchase");
            case INVALID_TOKENS -> LOG.error("❌ Invalid token amount");
            case CONTRADICTION -> {}
        }
        LOG.error("❌ Parked the payment of session {}: {}", session.id(), misfit.reason());
    }

    private static void reversed(LedgerEntry entry) {
        LOG.info(
                "↩️ {} tokens of user {}: {}",
                entry.amount(),
                entry.account(),
                entry.details().description());
    }
}
