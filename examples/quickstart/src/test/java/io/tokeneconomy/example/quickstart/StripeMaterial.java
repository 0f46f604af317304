package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** The folder of recorded events that {@code STRIPE_MATERIAL} names: needed where {@code CI=true}, else optional. */
final class StripeMaterial {

    private StripeMaterial() {}

    static Path folder() {
        String folder = System.getProperty("stripe.material", "");
        String hint = "STRIPE_MATERIAL names a folder of recorded Stripe events";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(folder).as(hint).isNotEmpty();
        }
        assumeThat(folder).as(hint).isNotEmpty();
        return Path.of(folder);
    }
}
