package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /v1/disputes} ({@code docs.stripe.com/api/disputes}): reading, answering with evidence, and accepting. A bank
 * opens and decides them, which {@link SandboxDisputes} plays.
 */
final class Disputes {

    private static final String URL = "/v1/disputes";
    private static final String SUBMIT = "submit";
    private static final String METADATA = "metadata";
    private static final String DETAILS = "evidence_details";

    private final DisputeBook book;

    Disputes(DisputeBook book) {
        this.book = book;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        URL,
                        Listing.accepted("payment_intent", "charge"),
                        call -> Listing.of(call, Kind.DISPUTE, URL, any -> true)),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.DISPUTE)),
                Route.post(
                        URL + "/{id}",
                        Accepted.of(DisputeEvidence.accepted()).and(SUBMIT, METADATA, METADATA + "[*]"),
                        this::update),
                Route.post(
                        URL + "/{id}/close", Accepted.of(), call -> book.accept(call.tx(), call.target(Kind.DISPUTE))));
    }

    /** Metadata may always change. Evidence goes to the bank at once, unless {@code submit} is false. */
    private JsonObject update(Call call) {
        Params params = call.params();
        JsonObject dispute = call.target(Kind.DISPUTE);
        JsonObject before = Shapes.render(dispute);
        dispute.add(METADATA, Metadata.merged(before.getAsJsonObject(METADATA), params));
        if (!params.has(DisputeEvidence.FIELD) && !params.has(SUBMIT)) {
            return book.amend(call.tx(), dispute, changed(before, dispute));
        }
        DisputeBook.requireUnanswered(dispute);
        JsonObject evidence = DisputeEvidence.merged(dispute, params);
        dispute.add(DisputeEvidence.FIELD, evidence);
        dispute.getAsJsonObject(DETAILS).addProperty("has_evidence", DisputeEvidence.isGiven(evidence));
        return Boolean.FALSE.equals(params.flag(SUBMIT))
                ? book.amend(call.tx(), dispute, changed(before, dispute))
                : book.submit(call.tx(), dispute, changed(before, dispute));
    }

    /** What the fields that are now others were. */
    private static JsonObject changed(JsonObject before, JsonObject dispute) {
        JsonObject previous = new JsonObject();
        Stream.of(METADATA, DisputeEvidence.FIELD, DETAILS)
                .filter(dispute::has)
                .filter(field -> !before.get(field).equals(dispute.get(field)))
                .forEach(field -> previous.add(field, before.get(field)));
        return previous;
    }
}
