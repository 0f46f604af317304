package io.tokeneconomy.referee;

import io.tokeneconomy.payment.stripe.StripeGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the judge, and where he does not know an address, the description of Stripe's API. */
final class Judge {

    private final URI referee;
    private final Description description;
    private final HttpClient client = HttpClient.newHttpClient();

    Judge(URI referee, Description description) {
        this.referee = referee;
        this.description = description;
    }

    /** What was said of a request. */
    record Verdict(Kind kind, String reason) {
        enum Kind {
            ACCEPTED,
            /** The judge does not know the address; the description of the API has nothing against the parameters. */
            DESCRIBED,
            REFUSED
        }
    }

    Verdict of(Request request) {
        HttpResponse<String> answer = ask(request.atJudgesTime());
        if (answer.statusCode() < 400) {
            return new Verdict(Verdict.Kind.ACCEPTED, "");
        }
        if (!answer.body().contains("Unrecognized request URL")) {
            return new Verdict(Verdict.Kind.REFUSED, answer.body());
        }
        return description
                .objection(request)
                .map(objection -> new Verdict(Verdict.Kind.REFUSED, objection))
                .orElseGet(() -> new Verdict(Verdict.Kind.DESCRIBED, "the judge does not know the address"));
    }

    /** Without its idempotency key: the tests of one suite may use one key for several things. */
    private HttpResponse<String> ask(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        referee.resolve(request.uri().toString()))
                .method(request.method(), BodyPublishers.ofString(request.body()))
                .header("Authorization", "Bearer sk_test_referee")
                .header("Stripe-Version", StripeGateway.API_VERSION);
        if (!request.body().isEmpty()) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            return client.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the judge does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the judge", e);
        }
    }
}
