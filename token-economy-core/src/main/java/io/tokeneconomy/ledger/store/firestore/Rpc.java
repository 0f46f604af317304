package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.ApiCallContext;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.api.gax.rpc.ServerStreamingCallable;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.v1.FirestoreClient;
import com.google.cloud.firestore.v1.FirestoreSettings;
import com.google.firestore.v1.BatchGetDocumentsRequest;
import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.RollbackRequest;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.RunQueryResponse;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.TransactionOptions;
import com.google.firestore.v1.Write;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The calls to Firestore, each made exactly once. Google's own client repeats a commit whose answer was lost, and then
 * tells of the repetition's failure although the first one stands; that is why there is a connection of our own.
 */
final class Rpc implements AutoCloseable {

    /** Firestore takes no larger request; see its quotas page. */
    static final int MAX_REQUEST_BYTES = 10 << 20;

    private final FirestoreClient client;
    private final String database;
    private final boolean emulator;
    private final ApiCallContext context;

    private Rpc(FirestoreClient client, String database, boolean emulator, Duration timeout) {
        this.client = client;
        this.database = database;
        this.emulator = emulator;
        this.context = GrpcCallContext.createDefault().withTimeoutDuration(timeout);
    }

    static Rpc connect(FirestoreOptions options, Duration timeout) {
        String database = "projects/" + options.getProjectId() + "/databases/" + options.getDatabaseId();
        FirestoreSettings.Builder settings = FirestoreSettings.newBuilder()
                .setTransportChannelProvider(options.getTransportChannelProvider())
                .setCredentialsProvider(options.getCredentialsProvider())
                .setHeaderProvider(FixedHeaderProvider.create("google-cloud-resource-prefix", database));
        settings.batchGetDocumentsSettings().setRetryableCodes(Set.of());
        settings.runQuerySettings().setRetryableCodes(Set.of());
        settings.commitSettings().setRetryableCodes(Set.of());
        settings.rollbackSettings().setRetryableCodes(Set.of());
        try {
            boolean emulator = options.getEmulatorHost() != null;
            return new Rpc(FirestoreClient.create(settings.build()), database, emulator, timeout);
        } catch (IOException e) {
            throw StoreException.unavailable("no connection to " + database + ": " + e.getMessage(), e);
        }
    }

    /** {@return the full name of a document} */
    String document(String collection, String name) {
        return database + "/documents/" + collection + "/" + name;
    }

    /** Documents as they stood together at one moment. */
    List<BatchGetDocumentsResponse> get(Collection<String> documents) {
        List<BatchGetDocumentsResponse> found = get(request(documents));
        return emulator && documents.size() > 1
                ? EmulatorMoment.settle(found, moment -> get(request(documents).setReadTime(moment)))
                : found;
    }

    /** Begins a transaction with its first look; the answer that has no document names it. */
    List<BatchGetDocumentsResponse> begin(Collection<String> documents, ByteString previous) {
        TransactionOptions options = TransactionOptions.newBuilder()
                .setReadWrite(TransactionOptions.ReadWrite.newBuilder().setRetryTransaction(previous))
                .build();
        return get(request(documents).setNewTransaction(options));
    }

    List<BatchGetDocumentsResponse> get(Collection<String> documents, ByteString transaction) {
        return get(request(documents).setTransaction(transaction));
    }

    List<Document> query(StructuredQuery query, ByteString transaction) {
        RunQueryRequest.Builder request =
                RunQueryRequest.newBuilder().setParent(database + "/documents").setStructuredQuery(query);
        if (!transaction.isEmpty()) {
            request.setTransaction(transaction);
        }
        return read(client.runQueryCallable(), request.build()).stream()
                .filter(RunQueryResponse::hasDocument)
                .map(RunQueryResponse::getDocument)
                .toList();
    }

    CommitRequest commitRequest(List<Write> writes, ByteString transaction) {
        CommitRequest request = CommitRequest.newBuilder()
                .setDatabase(database)
                .setTransaction(transaction)
                .addAllWrites(writes)
                .build();
        if (request.getSerializedSize() > MAX_REQUEST_BYTES) {
            throw StoreException.broken(
                    "an update of " + request.getSerializedSize() + " bytes; Firestore takes " + MAX_REQUEST_BYTES
                            + " at most",
                    null);
        }
        return request;
    }

    CommitResponse commit(CommitRequest request) {
        try {
            return client.commitCallable().call(request, context);
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StoreException.unknown("the commit was not confirmed: " + e.getMessage(), e);
        }
    }

    /** Gives the locks back; nobody waits for it, and a transaction that is not rolled back ends by itself. */
    void rollback(ByteString transaction) {
        RollbackRequest request = RollbackRequest.newBuilder()
                .setDatabase(database)
                .setTransaction(transaction)
                .build();
        var unused = client.rollbackCallable().futureCall(request, context);
    }

    @Override
    public void close() {
        client.close();
        try {
            client.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BatchGetDocumentsRequest.Builder request(Collection<String> documents) {
        return BatchGetDocumentsRequest.newBuilder().setDatabase(database).addAllDocuments(documents);
    }

    private List<BatchGetDocumentsResponse> get(BatchGetDocumentsRequest.Builder request) {
        return read(client.batchGetDocumentsCallable(), request.build());
    }

    private <Q, A> List<A> read(ServerStreamingCallable<Q, A> callable, Q request) {
        try {
            return callable.all().call(request, context);
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StoreException.unavailable("Firestore cannot be read: " + e.getMessage(), e);
        }
    }
}
