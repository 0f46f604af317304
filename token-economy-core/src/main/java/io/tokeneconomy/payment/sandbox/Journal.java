package io.tokeneconomy.payment.sandbox;

import java.util.List;

/** Where steps are written down so that they survive a restart. */
interface Journal extends AutoCloseable {

    /** Nothing is written down; the state lives as long as the process. */
    Journal NONE = new Journal() {
        @Override
        public long append(List<Change> changes) {
            return 0;
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public void sync(long position) {}

        @Override
        public boolean wantsCompaction() {
            return false;
        }

        @Override
        public void compact(List<Change> all) {}

        @Override
        public void close() {}
    };

    /** Writes one step; all or nothing. Called by one thread at a time. Returns the position after it. */
    long append(List<Change> changes);

    /** The position after the last step. */
    long position();

    /** Returns when everything up to the position is on the disk; one flush serves all who wait. */
    void sync(long position);

    /** Whether the file has outgrown what it describes. */
    boolean wantsCompaction();

    /** Replaces the whole file by what is known now, or else goes on with the old. Called by one thread at a time. */
    void compact(List<Change> all);

    @Override
    void close();
}
