package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.Account;
import org.jspecify.annotations.Nullable;

/** Commits writes on their conditions alone, without a transaction, in one round trip. */
final class Commits {

    private final Rpc rpc;
    private final Layout layout;
    private final KnownAccounts known;

    Commits(Rpc rpc, Layout layout, KnownAccounts known) {
        this.rpc = rpc;
        this.layout = layout;
        this.known = known;
    }

    /**
     * {@return why nothing was written: a condition does not hold; null when all is written}
     *
     * @throws io.tokeneconomy.ledger.store.StoreException when it failed for good, or its outcome is unknown
     */
    @Nullable
    ApiException tryAll(Basis basis, Writes writes) {
        CommitRequest request = rpc.commitRequest(writes.all(), ByteString.EMPTY);
        try {
            learn(basis, writes, rpc.commit(request));
            return null;
        } catch (ApiException e) {
            if (Failures.mayStand(e)) {
                throw Failures.unknown(e);
            }
            if (Failures.isConflict(e) || Failures.isTaken(e)) {
                return e;
            }
            throw Failures.broken("writing", e);
        }
    }

    /** Remembers the accounts as they are now. */
    void learn(Basis basis, Writes writes, CommitResponse response) {
        for (int i = 0; i < writes.accounts().size(); i++) {
            Account account = writes.accounts().get(i);
            known.learn(
                    account,
                    basis.version(layout.account(account.id())),
                    response.getWriteResults(i).getUpdateTime());
        }
    }
}
