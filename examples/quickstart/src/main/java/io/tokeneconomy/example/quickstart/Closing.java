package io.tokeneconomy.example.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the shop's parts in the order they were opened: the door first, so that no request meets a closed ledger. */
final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final List<AutoCloseable> parts = new ArrayList<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        parts.add(part);
        return part;
    }

    @Override
    public synchronized void close() {
        parts.forEach(Closing::closeQuietly);
        parts.clear();
    }

    /** The other parts have to be closed too. */
    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
        }
    }
}
