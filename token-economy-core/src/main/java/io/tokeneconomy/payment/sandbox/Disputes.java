package io.tokeneconomy.payment.sandbox;

import java.util.List;

/** {@code /v1/disputes} ({@code docs.stripe.com/api/disputes}): only reading. */
final class Disputes {

    private static final String URL = "/v1/disputes";

    private Disputes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(
                        URL,
                        Listing.accepted("payment_intent", "charge"),
                        call -> Listing.of(call, Kind.DISPUTE, URL, any -> true)),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.DISPUTE)));
    }
}
