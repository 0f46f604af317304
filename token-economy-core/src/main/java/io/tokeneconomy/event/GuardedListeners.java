package io.tokeneconomy.event;

import java.util.List;
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
    public void onEvent(TokenEconomyEvent event) {
        for (TokenEconomyListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                LOG.error("Listener {} failed; the change it was told about is committed", listener.getClass(), e);
            }
        }
    }
}
