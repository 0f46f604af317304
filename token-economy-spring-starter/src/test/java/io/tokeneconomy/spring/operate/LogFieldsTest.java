package io.tokeneconomy.spring.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LogFieldsTest {

    private static final OrderId ORDER = OrderId.random(Instant.EPOCH);

    private final LedgerStore store =
            new Observed(ObservationRegistry.NOOP, List.of(new LogFields())).store(MemoryLedgerStore.create());

    @Test
    void whileAWebhookIsHandledTheLogSaysOrderAndAccount() throws Exception {
        List<@Nullable String> seen = new ArrayList<>();
        new WebhookLogFilter()
                .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                    fulfil();
                    seen.addAll(fields());
                });
        assertThat(seen).containsExactly(ORDER.value(), "alice");
        assertThat(fields()).containsExactly(null, null);
    }

    @Test
    void elsewhereTheLogIsLeftAlone() {
        MDC.put("tokenEconomyAccount", "the host's");
        try {
            fulfil();
            assertThat(fields()).containsExactly(null, "the host's");
        } finally {
            MDC.remove("tokenEconomyAccount");
        }
    }

    @Test
    void inAnUpdateForSeveralTheLogNamesNobodyElse() throws Exception {
        List<@Nullable String> seen = new ArrayList<>();
        new WebhookLogFilter()
                .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                    fulfil();
                    store.update(
                            Scope.NOTHING.account(AccountId.of("alice")).account(AccountId.of("aaron")),
                            found -> Changes.none("done"));
                    seen.addAll(fields());
                });
        assertThat(seen).containsExactly(ORDER.value(), "alice");
    }

    private void fulfil() {
        store.update(Scope.NOTHING.order(ORDER).account(AccountId.of("alice")), found -> Changes.none("done"));
    }

    private static List<@Nullable String> fields() {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(MDC.get("tokenEconomyOrder"));
        fields.add(MDC.get("tokenEconomyAccount"));
        return fields;
    }
}
