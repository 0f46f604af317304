package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/provisioning.md shows is what the command prints; only Stripe's own ids and secrets differ. */
class ProvisioningDocTest {

    private static final Path PAGE = Path.of("..", "docs", "provisioning.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```$");
    private static final Pattern RANDOM = Pattern.compile("(price_|we_|whsec_)[A-Za-z0-9]+");
    private static final String COMMAND = "$ java -cp … io.tokeneconomy.payment.stripe.Provision";
    private static final String DEARER = """
            packages = popular
            package.popular.name = Popular
            package.popular.tokens = 110
            package.popular.price = 1099
            package.popular.currency = usd
            """;

    private static final String WITH_A_PLAN = DEARER + """
            plans = basic
            plan.basic.name = Basic
            plan.basic.tokens = 500
            plan.basic.price = 999
            plan.basic.currency = usd
            plan.basic.interval = month
            """;

    @Test
    void thePageShowsWhatIsPrinted(@TempDir Path folder) throws IOException {
        Path dearer = Files.writeString(folder.resolve("catalog.properties"), DEARER);
        Path withAPlan = Files.writeString(folder.resolve("plan.properties"), WITH_A_PLAN);
        List<String> blocks = BLOCK.matcher(masked(Files.readString(PAGE)))
                .results()
                .filter(found -> found.group(1).isEmpty())
                .map(found -> found.group(2))
                .toList();
        try (StripeSandbox sandbox = StripeSandbox.builder().start()) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "STRIPE_SECRET_KEY", sandbox.apiKey(),
                    "STRIPE_API_BASE", sandbox.apiBase().toString(),
                    "APP_BASE_URL", "https://shop.example"));

            String plan = printed(environment);
            String applied = printed(environment, "apply");
            String same = printed(environment, "check");
            environment.put("TOKEN_ECONOMY_CATALOG", dearer.toString());
            String differs = printed(environment, "check");
            environment.put("TOKEN_ECONOMY_CATALOG", withAPlan.toString());
            String recurs = printed(environment);

            assertThat(applied).startsWith(plan);
            assertThat(blocks)
                    .containsExactly(
                            COMMAND + "\n" + plan,
                            COMMAND + " apply\n",
                            applied.substring(plan.length()).stripLeading(),
                            COMMAND + " check\n" + same,
                            COMMAND + " check\n" + differs,
                            COMMAND + "\n" + recurs);
        }
    }

    private static String printed(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Provision.run(environment, stream, stream, arguments);
        return masked(out.toString(StandardCharsets.UTF_8));
    }

    private static String masked(String text) {
        return RANDOM.matcher(text).replaceAll("$1…").replace("\r\n", "\n");
    }
}
