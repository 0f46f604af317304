package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.NoCredentials;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Stands between a store and the emulator, hears every call, and spoils those it is told to. */
final class Meddler implements ClientInterceptor {

    /** What becomes of a commit. */
    record Spoil(boolean arrives, Status answer) {}

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Object> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Spoil> commits = new ConcurrentLinkedQueue<>();
    private final Queue<Spoil> reads = new ConcurrentLinkedQueue<>();

    /** A client whose calls go through here. The credentials are those that the emulator takes for the owner's. */
    Firestore client(String project) {
        InstantiatingGrpcChannelProvider channel = InstantiatingGrpcChannelProvider.newBuilder()
                .setEndpoint(Emulator.host())
                .setChannelConfigurator(builder -> builder.usePlaintext())
                .setInterceptorProvider(() -> List.of(this))
                .build();
        return FirestoreOptions.newBuilder()
                .setProjectId(project)
                .setCredentials(NoCredentials.getInstance())
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setChannelProvider(channel)
                .build()
                .getService();
    }

    /** The next commit reaches Firestore, but its answer gets lost. */
    void loseAnswer(Status answer) {
        commits.add(new Spoil(true, answer));
    }

    /** The next commit does not reach Firestore. */
    void refuseCommit(Status answer) {
        commits.add(new Spoil(false, answer));
    }

    /** The next commit goes through. */
    void letCommit() {
        commits.add(new Spoil(true, Status.OK));
    }

    /** The next read of documents does not reach Firestore. */
    void refuseRead(Status answer) {
        reads.add(new Spoil(false, answer));
    }

    /** {@return the calls since the last time this was asked} */
    List<String> calls() {
        List<String> heard = List.copyOf(calls);
        calls.clear();
        return heard;
    }

    /** {@return every request so far} */
    List<Object> requests() {
        return List.copyOf(requests);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String name = String.valueOf(method.getBareMethodName());
        calls.add(name);
        Spoil spoil = name.equals("Commit") ? commits.poll() : name.equals("BatchGetDocuments") ? reads.poll() : null;
        if (spoil != null && !spoil.arrives()) {
            return new Refused<>(spoil.answer());
        }
        Status lost = spoil == null || spoil.answer().isOk() ? null : spoil.answer();
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer owner");
                super.start(lost == null ? listener : new Losing<>(listener, lost), headers);
            }

            @Override
            public void sendMessage(Q message) {
                requests.add(message);
                super.sendMessage(message);
            }
        };
    }

    private static final class Refused<Q, A> extends ClientCall<Q, A> {

        private final Status answer;

        private Refused(Status answer) {
            this.answer = answer;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            listener.onClose(answer, new Metadata());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
    }

    private static final class Losing<A> extends SimpleForwardingClientCallListener<A> {

        private final Status answer;

        private Losing(ClientCall.Listener<A> listener, Status answer) {
            super(listener);
            this.answer = answer;
        }

        @Override
        public void onMessage(A message) {
            // lost
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            super.onClose(answer, new Metadata());
        }
    }
}
