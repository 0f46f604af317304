package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;

/** What was asked for, as one hash: equal for a repeated request, different for any other under the same key. */
final class Fingerprint {

    private Fingerprint() {}

    static Digest of(Operation operation) {
        CanonicalBytes bytes = new CanonicalBytes("token-economy/operation/1")
                .text(name(operation))
                .text(operation.account().value())
                .number(operation.amount());
        if (operation instanceof Grant grant) {
            terms(bytes, grant.terms());
        } else if (operation instanceof Purchase purchase) {
            purchase(bytes, purchase.purchase());
        }
        details(bytes, operation.details());
        return bytes.hash();
    }

    /** Part of the stored format: it must not change with a class's name. */
    private static String name(Operation operation) {
        if (operation instanceof Grant) {
            return "Grant";
        }
        return operation instanceof Purchase ? "Purchase" : "Spend";
    }

    static Digest ofExpiry(AccountId account, long lot) {
        return new CanonicalBytes("token-economy/expiry/1")
                .text(account.value())
                .number(lot)
                .hash();
    }

    static void terms(CanonicalBytes bytes, LotTerms terms) {
        bytes.instant(terms.expiresAt())
                .number(terms.priority())
                .text(terms.funding().name());
    }

    static void purchase(CanonicalBytes bytes, PurchaseDetails purchase) {
        bytes.text(purchase.orderId())
                .text(purchase.packageId())
                .number(purchase.price().amountMinor())
                .text(purchase.price().currency())
                .text(purchase.sessionId())
                .text(purchase.paymentIntentId())
                .text(purchase.customerId());
    }

    static void details(CanonicalBytes bytes, Details details) {
        bytes.text(details.reference()).text(details.description()).map(details.metadata());
    }
}
