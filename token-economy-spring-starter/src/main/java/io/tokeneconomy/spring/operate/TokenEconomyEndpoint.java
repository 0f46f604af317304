package io.tokeneconomy.spring.operate;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@code tokeneconomy}: which payments wait for a person; below it {@code /verify}, which verifies all accounts, and {@code
 * /reconcile}, which compares the last three days with the payment provider. It changes nothing.
 */
@Endpoint(id = "tokeneconomy")
public final class TokenEconomyEndpoint {

    private static final Duration RECENT = Duration.ofDays(3);

    private final TokenEconomy economy;
    private final InstantSource time;

    /**
     * @param economy who is looked at
     * @param time the clock
     */
    public TokenEconomyEndpoint(TokenEconomy economy, InstantSource time) {
        this.economy = economy;
        this.time = time;
    }

    /** {@return what waits for a person} */
    @ReadOperation
    public Map<String, Object> parked() {
        List<String> parked = economy.parked().list(new ParkedQuery("", EntryQuery.MAX_LIMIT)).items().stream()
                .map(ParkedPayment::sessionId)
                .toList();
        return Map.of("parked", parked);
    }

    /** {@return what a look at everything found; null, which is 404, for any other name} */
    @ReadOperation
    public @Nullable Map<String, Object> look(@Selector String what) {
        return switch (what) {
            case "verify" -> verified();
            case "reconcile" -> reconciled();
            default -> null;
        };
    }

    private Map<String, Object> verified() {
        VerificationSummary seen = economy.audit().verifyAll(null, (result, soFar) -> {});
        return Map.of(
                "intact",
                seen.intact(),
                "accounts",
                seen.accounts(),
                "entries",
                seen.entries(),
                "broken",
                seen.broken());
    }

    private Map<String, Object> reconciled() {
        Report report = economy.reconciliation().check(Window.before(time.instant(), RECENT));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("clean", report.clean());
        result.put("differences", report.found());
        result.put("text", report.toText());
        return result;
    }
}
