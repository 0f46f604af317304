package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PropertyFailureAnalyzerTest {

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class));

    private final ApplicationContextRunner shop = bare.withBean(LedgerStore.class, Parts::store);

    @ParameterizedTest
    @CsvSource({"0, base-url", "1, stripe.secret-key", "2, stripe.webhook-secrets"})
    void aMissingPropertyIsNamed(int left, String name) {
        String[] others = Parts.REQUIRED.clone();
        others[left] = "nothing=here";
        FailureAnalysis analysis = analysisOf(shop.withPropertyValues(others));
        assertThat(analysis.getDescription()).isEqualTo("The property token-economy." + name + " is missing.");
        assertThat(analysis.getAction()).startsWith("Set token-economy." + name + " to ");
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, missing",
        "stripe.secret-key, blank",
        "stripe.webhook-secrets, missing",
        "stripe.webhook-secrets[0], blank"
    })
    void aBlankPropertyIsNamed(String name, String problem) {
        String property = "token-economy." + name.replace("[0]", "");
        FailureAnalysis analysis = analysisOf(
                shop.withPropertyValues(without(property)).withPropertyValues("token-economy." + name + "="));
        assertThat(analysis.getDescription()).isEqualTo("The property " + property + " is " + problem + ".");
        assertThat(analysis.getAction()).startsWith("Set " + property + " to ");
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, ftp://shop.example, ftp://shop.example",
        "stripe.secret-key, pk_test_publishable, pk_test_… (hidden)",
        "stripe.webhook-secrets, sk_test_other, sk_test_… (hidden)",
        "stripe.api-base, http://far.example, http://far.example",
        "catalog.file, /no/such/file, /no/such/file",
        "catalog.packages[0].id, UPPER, UPPER"
    })
    void aRefusedValueIsShownWithItsProperty(String name, String value, String shown) {
        FailureAnalysis analysis = analysisOf(
                shop.withPropertyValues(Parts.REQUIRED).withPropertyValues("token-economy." + name + "=" + value));
        String property = "token-economy." + name.replaceFirst("\\[.*", "");
        assertThat(analysis.getDescription())
                .startsWith("The property " + property + " is refused: ")
                .contains(shown);
        assertThat(analysis.getAction()).startsWith("Set " + property + " to ");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is blank.",
        "/no/such/folder/tokens.db, is refused: ",
        "., is refused: ",
        "a\0b, is refused: ",
    })
    void aStoreThatCannotBeIsToldByItsProperty(String file, String problem) {
        FailureAnalysis analysis = analysisOf(
                bare.withPropertyValues(Parts.REQUIRED).withPropertyValues("token-economy.store.sqlite-file=" + file));
        assertThat(analysis.getDescription()).startsWith("The property token-economy.store.sqlite-file " + problem);
    }

    /** Spring Boot's own analyzer tells the rest. */
    @Test
    void aPriceThatIsNoWholeNumberIsToldByItsProperty() {
        shop.withPropertyValues(Parts.REQUIRED)
                .withPropertyValues("token-economy.catalog.packages[0].price=9.99")
                .run(context -> assertThat(causes(context.getStartupFailure()))
                        .filteredOn(BindException.class::isInstance)
                        .extracting(
                                failure -> ((BindException) failure).getName().toString())
                        .contains("token-economy.catalog.packages[0].price"));
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    }

    @Test
    void aRefusedSecretIsNotShown() {
        FailureAnalysis analysis = analysisOf(shop.withPropertyValues(Parts.REQUIRED)
                .withPropertyValues("token-economy.stripe.secret-key=pk_live_4eC39HqLyjW"));
        assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("4eC39HqLyjW");
    }

    @Test
    void livePaymentsWantAnHttpsAddress() {
        FailureAnalysis analysis = analysisOf(shop.withPropertyValues("token-economy.base-url=http://shop.example")
                .withBean(PaymentGateway.class, () -> Parts.gateway(PaymentMode.LIVE)));
        assertThat(analysis.getDescription())
                .startsWith("The property token-economy.base-url is refused")
                .contains("https");
    }

    @Test
    void aFileAndPackagesTogetherAreRefused() {
        FailureAnalysis analysis = analysisOf(shop.withPropertyValues(Parts.REQUIRED)
                .withPropertyValues(
                        "token-economy.catalog.file=catalog.properties", "token-economy.catalog.packages[0].id=a"));
        assertThat(analysis.getDescription())
                .isEqualTo("The property token-economy.catalog.file is set beside catalog.packages.");
    }

    private static String[] without(String property) {
        String[] others = Parts.REQUIRED.clone();
        for (int i = 0; i < others.length; i++) {
            others[i] = others[i].startsWith(property + "=") ? "nothing=here" : others[i];
        }
        return others;
    }

    private static FailureAnalysis analysisOf(ApplicationContextRunner runner) {
        FailureAnalysis[] analysis = new FailureAnalysis[1];
        runner.run(context -> {
            assertThat(context).hasFailed();
            analysis[0] = new PropertyFailureAnalyzer().analyze(context.getStartupFailure());
        });
        assertThat(analysis[0]).isNotNull();
        return analysis[0];
    }
}
