package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.Lapse;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Transfer;

/**
 * What was asked for, as one hash: equal for a repeated request, different for any other under the same key. The salt
 * of the account hides what is in it.
 */
final class Fingerprint {

    private Fingerprint() {}

    static Digest of(Operation operation, Digest salt) {
        CanonicalBytes bytes = new CanonicalBytes("token-economy/operation/1").digest(salt);
        request(bytes, operation);
        bytes.text(operation.account().value());
        Canonical.details(bytes, operation.details());
        return bytes.hash();
    }

    /** The receiver's salt stands for him: once he is erased, nobody can try out who he was. */
    static Digest ofTransfer(Transfer transfer, Digest salt, Digest receiver) {
        CanonicalBytes bytes = new CanonicalBytes("token-economy/operation/1")
                .digest(salt)
                .text("Transfer")
                .number(transfer.amount())
                .digest(receiver)
                .text(transfer.account().value());
        Canonical.details(bytes, transfer.details());
        return bytes.hash();
    }

    /** Of what happens by itself: nobody asks for it twice. */
    static Digest ofItself(String what, long number, Digest salt) {
        return new CanonicalBytes("token-economy/by-itself/1")
                .digest(salt)
                .text(what)
                .number(number)
                .hash();
    }

    /** The names are part of the stored format: they must not change with a class's name. */
    private static void request(CanonicalBytes bytes, Operation operation) {
        if (operation instanceof Spend spend) {
            bytes.text("Spend").number(spend.amount()).text(spend.member());
        } else if (operation instanceof Grant grant) {
            bytes.text("Grant").number(grant.amount());
            Canonical.terms(bytes, grant.terms());
        } else if (operation instanceof Purchase purchase) {
            bytes.text("Purchase").number(purchase.amount());
            Canonical.sale(bytes, purchase.purchase());
            bytes.text(purchase.purchase().customerId());
            if (!purchase.terms().equals(LotTerms.PURCHASED)) {
                Canonical.terms(bytes, purchase.terms());
            }
        } else if (operation instanceof MeteredSpend use) {
            bytes.text("MeteredSpend").text(use.meter()).number(use.units());
            Canonical.rate(bytes, use.rate());
            bytes.text(use.member());
        } else if (operation instanceof Clawback clawback) {
            bytes.text("Clawback")
                    .number(clawback.amount())
                    .text(clawback.source().value())
                    .text(clawback.policy().name());
        } else if (operation instanceof Reinstatement again) {
            bytes.text("Reinstatement")
                    .number(again.amount())
                    .text(again.source().value());
        } else if (operation instanceof Lapse lapse) {
            bytes.text("Lapse").number(lapse.amount()).text(lapse.source().value());
        } else {
            holdOrHandwork(bytes, operation);
        }
    }

    private static void holdOrHandwork(CanonicalBytes bytes, Operation operation) {
        if (operation instanceof PlaceHold hold) {
            bytes.text("Hold")
                    .number(hold.amount())
                    .number(hold.timeout().toMillis())
                    .text(hold.member());
        } else if (operation instanceof Capture capture) {
            bytes.text("Capture")
                    .number(capture.amount())
                    .text(capture.hold().value())
                    .flag(capture.keepsRest())
                    .flag(capture.mayExceed());
        } else if (operation instanceof Release release) {
            bytes.text("Release").text(release.hold().value());
        } else if (operation instanceof ExtendHold extension) {
            bytes.text("Extend")
                    .text(extension.hold().value())
                    .number(extension.timeout().toMillis());
        } else if (operation instanceof Adjustment adjustment) {
            bytes.text("Adjustment").number(adjustment.amount());
        } else if (operation instanceof Configuration configuration) {
            bytes.text("Configuration");
            Canonical.settings(bytes, configuration.settings());
            Canonical.limitedMembers(bytes, configuration.settings());
        } else if (operation instanceof Closure) {
            bytes.text("Closure");
        } else {
            throw new IllegalArgumentException("no canonical form of " + operation.getClass());
        }
    }
}
