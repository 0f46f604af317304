package io.tokeneconomy.event;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells several listeners; what one throws, also a checked exception smuggled past the compiler, reaches neither the
 * others nor the caller, whose work is committed.
 */
final class GuardedListeners implements TokenEconomyListener {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEconomyListener.class);

    private final List<TokenEconomyListener> listeners;

    GuardedListeners(List<TokenEconomyListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void entryBooked(LedgerEntry entry) {
        tell(listener -> listener.entryBooked(entry));
    }

    @Override
    public void paymentParked(ParkedPayment payment) {
        tell(listener -> listener.paymentParked(payment));
    }

    private void tell(Consumer<TokenEconomyListener> message) {
        for (TokenEconomyListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                LOG.error("Listener {} failed; the change it was told about is committed", listener.getClass(), e);
            }
        }
    }
}
