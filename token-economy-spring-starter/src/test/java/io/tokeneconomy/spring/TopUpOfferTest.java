package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Buyers are asked about automatic purchases where properties say so. */
class TopUpOfferTest {

    private static final String OFFER = "token-economy.web.page.top-up.";

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(TokenEconomyWebAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withPropertyValues(Parts.REQUIRED)
            .withBean(LedgerStore.class, MemoryLedgerStore::create);

    @Test
    void byDefaultNobodyIsAsked() {
        web.run(context ->
                assertThat(buyPage(context.getBean(TokenEconomyFilter.class))).doesNotContain("-MONTH-", "-DAY-"));
    }

    @ParameterizedTest
    @CsvSource({"'', 20-MONTH-3", "day, 20-DAY-3"})
    void theTermsAreThoseOfTheProperties(String period, String terms) {
        WebApplicationContextRunner offer = web.withPropertyValues(OFFER + "threshold=20", OFFER + "times=3");
        (period.isEmpty() ? offer : offer.withPropertyValues(OFFER + "period=" + period))
                .run(context -> assertThat(buyPage(context.getBean(TokenEconomyFilter.class)))
                        .contains(terms));
    }

    @ParameterizedTest
    @CsvSource({"threshold=20, times", "times=3, threshold"})
    void halfAnOfferIsRefused(String one, String named) {
        web.withPropertyValues(OFFER + one)
                .run(context -> assertThat(new PropertyFailureAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .startsWith("The property token-economy.web.page is refused: ")
                        .contains(named));
    }

    private static String buyPage(TokenEconomyFilter filter) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/tokens/buy");
        request.setServletPath("/tokens/buy");
        request.setUserPrincipal(() -> "alice");
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getContentAsString();
    }
}
