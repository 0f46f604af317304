package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import io.tokeneconomy.ledger.store.StoreException;

/** What Firestore's failures mean. */
final class Failures {

    private Failures() {}

    /** {@return whether a read, or an attempt that was not committed, may go better the next time} */
    static boolean mayPass(ApiException e) {
        return switch (e.getStatusCode().getCode()) {
            case ABORTED, CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, RESOURCE_EXHAUSTED -> true;
            case INVALID_ARGUMENT, FAILED_PRECONDITION -> isAboutTheTransaction(e);
            default -> false;
        };
    }

    /** {@return whether a commit that failed so may stand all the same} */
    static boolean mayStand(ApiException e) {
        return switch (e.getStatusCode().getCode()) {
            case CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
            default -> false;
        };
    }

    /** {@return whether a document that a commit builds on is not as it was} */
    static boolean isConflict(ApiException e) {
        return switch (e.getStatusCode().getCode()) {
            case FAILED_PRECONDITION, NOT_FOUND -> true;
            default -> mayPass(e);
        };
    }

    /** {@return whether a document is there that a commit wanted to create} */
    static boolean isTaken(ApiException e) {
        return e.getStatusCode().getCode() == StatusCode.Code.ALREADY_EXISTS;
    }

    static StoreException broken(String doing, ApiException e) {
        return StoreException.broken(doing + " failed: " + e.getMessage(), e);
    }

    static StoreException unknown(ApiException e) {
        return StoreException.unknown("the commit was not confirmed: " + e.getMessage(), e);
    }

    /** A transaction that took too long, or was cancelled by the server. */
    private static boolean isAboutTheTransaction(ApiException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("transaction") && (message.contains("expired") || message.contains("no longer valid"));
    }
}
