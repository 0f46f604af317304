package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Movement;

/** The hash that binds an entry to everything before it. */
final class Chain {

    private Chain() {}

    /** The hash of everything in the entry but the hash itself. */
    static Digest hash(LedgerEntry entry) {
        CanonicalBytes bytes = new CanonicalBytes("token-economy/entry/1")
                .digest(entry.seal().previous())
                .digest(entry.seal().fingerprint())
                .text(entry.account().value())
                .number(entry.sequence())
                .instant(entry.at())
                .text(entry.key().value());
        movement(bytes, entry.movement());
        Fingerprint.details(bytes, entry.details());
        bytes.size(entry.purchase() == null ? 0 : 1);
        if (entry.purchase() != null) {
            Fingerprint.purchase(bytes, entry.purchase());
        }
        return bytes.hash();
    }

    private static void movement(CanonicalBytes bytes, Movement movement) {
        bytes.text(movement.type().name()).number(movement.amount()).number(movement.balanceAfter());
        bytes.size(movement.terms() == null ? 0 : 1);
        if (movement.terms() != null) {
            Fingerprint.terms(bytes, movement.terms());
        }
        bytes.size(movement.allocations().size());
        movement.allocations()
                .forEach(allocation -> bytes.number(allocation.lot()).number(allocation.amount()));
    }
}
