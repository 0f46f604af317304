package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;

/** The hash that binds an entry to everything before it. */
final class Chain {

    private Chain() {}

    /**
     * The hash of everything in the entry but the hash itself.
     *
     * @param previous the hash of the account's entry before it
     * @param personal what stands for whose entry it is and what was said about it
     */
    static Digest hash(Digest previous, LedgerEntry entry, Digest personal) {
        CanonicalBytes bytes = new CanonicalBytes("token-economy/entry/1")
                .digest(previous)
                .digest(personal)
                .digest(entry.seal().fingerprint())
                .number(entry.sequence())
                .instant(entry.at())
                .text(entry.key().value());
        Canonical.movement(bytes, entry.movement());
        bytes.flag(entry.purchase() != null);
        if (entry.purchase() != null) {
            Canonical.sale(bytes, entry.purchase());
        }
        return bytes.hash();
    }

    /** Everything about a person, salted: once the salt and the person's data are erased, it tells nothing. */
    static Digest personal(LedgerEntry entry, Digest salt) {
        CanonicalBytes bytes = new CanonicalBytes("token-economy/personal/1")
                .digest(salt)
                .text(entry.account().value())
                .text(entry.movement().effects().member())
                .text(entry.purchase() == null ? null : entry.purchase().customerId());
        Canonical.limitedMembers(bytes, entry.movement().effects().settings());
        Canonical.details(bytes, entry.details());
        return bytes.hash();
    }
}
