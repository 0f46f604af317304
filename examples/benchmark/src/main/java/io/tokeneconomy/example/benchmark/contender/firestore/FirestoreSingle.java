package io.tokeneconomy.example.benchmark.contender.firestore;

import static io.tokeneconomy.example.benchmark.contender.firestore.FirestoreClient.waitFor;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreException;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.WriteBatch;
import io.grpc.Status;
import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.ContentionException;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** One Firestore transaction per operation, with the client's own retries: an account's document, and one per entry. */
public final class FirestoreSingle implements Contender {

    private static final String BALANCE = "balance";
    private static final String ACCOUNT = "account";
    private static final String AMOUNT = "amount";
    private static final int ACCOUNTS_IN_BATCH = 200;
    private static final Set<Status.Code> CONTENTION = EnumSet.of(
            Status.Code.ABORTED, Status.Code.ALREADY_EXISTS, Status.Code.DEADLINE_EXCEEDED, Status.Code.UNAVAILABLE);

    private final Firestore firestore;
    private final CollectionReference accounts;
    private final CollectionReference entries;

    /** @param place a project of the emulator */
    public FirestoreSingle(Place place) {
        firestore = FirestoreClient.open(place);
        accounts = firestore.collection("accounts");
        entries = firestore.collection("entries");
    }

    @Override
    public void open(List<String> names, long tokens) {
        for (int from = 0; from < names.size(); from += ACCOUNTS_IN_BATCH) {
            WriteBatch batch = firestore.batch();
            for (String name : names.subList(from, Math.min(names.size(), from + ACCOUNTS_IN_BATCH))) {
                batch.create(accounts.document(name), Map.of(BALANCE, tokens));
                batch.create(entries.document("grant-" + name), entry(name, tokens, tokens));
            }
            waitFor(batch.commit());
        }
    }

    @Override
    public Answer spend(String account, String key) {
        DocumentReference accountDocument = accounts.document(account);
        DocumentReference entryDocument = entries.document(key);
        try {
            return FirestoreClient.wait(
                    firestore.runTransaction(transaction -> spend(transaction, accountDocument, entryDocument)));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FirestoreException failure
                    && CONTENTION.contains(failure.getStatus().getCode())) {
                throw new ContentionException(failure);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public Books books(List<String> names) {
        Map<String, Long> balances = new HashMap<>();
        waitFor(accounts.get()).forEach(account -> balances.put(account.getId(), number(account, BALANCE)));
        Map<String, Long> sums = new HashMap<>();
        long spends = 0;
        for (QueryDocumentSnapshot entry : waitFor(entries.get())) {
            long amount = number(entry, AMOUNT);
            sums.merge(String.valueOf(entry.getString(ACCOUNT)), amount, Long::sum);
            spends += amount < 0 ? 1 : 0;
        }
        return Books.of(spends, balances, sums);
    }

    @Override
    public void close() {
        firestore.shutdownNow();
    }

    private static Answer spend(Transaction transaction, DocumentReference account, DocumentReference entry)
            throws ExecutionException {
        List<DocumentSnapshot> found = FirestoreClient.wait(transaction.getAll(account, entry));
        if (found.get(1).exists()) {
            return Answer.REPLAYED;
        }
        long left = number(found.get(0), BALANCE) - 1;
        if (left < 0) {
            return Answer.REFUSED;
        }
        transaction.create(entry, entry(account.getId(), -1, left));
        transaction.update(account, BALANCE, left);
        return Answer.BOOKED;
    }

    private static Map<String, Object> entry(String account, long amount, long balanceAfter) {
        return Map.of(ACCOUNT, account, AMOUNT, amount, "balanceAfter", balanceAfter, "createdAt", Timestamp.now());
    }

    private static long number(DocumentSnapshot document, String field) {
        Long value = document.getLong(field);
        if (value == null) {
            throw new IllegalStateException(document.getId() + " has no " + field);
        }
        return value;
    }
}
