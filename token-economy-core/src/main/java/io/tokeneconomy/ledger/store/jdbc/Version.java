package io.tokeneconomy.ledger.store.jdbc;

/**
 * A database's version.
 *
 * @param major the number in front
 * @param minor the number after it
 */
record Version(int major, int minor) {

    boolean isOlderThan(Version other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
