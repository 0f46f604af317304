package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A native image has only what is named. */
class NativeHintsTest {

    private static final String OURS = "io/tokeneconomy/";

    private final RuntimeHints hints = new RuntimeHints();

    @BeforeEach
    void register() {
        new NativeHints().registerHints(hints, getClass().getClassLoader());
    }

    @Test
    void everyFileThatOurJarsReadIsNamed() throws IOException {
        List<String> files = files();
        assertThat(files)
                .contains(
                        "io/tokeneconomy/ledger/store/jdbc/postgresql/V1__ledger.sql",
                        "io/tokeneconomy/servlet/assets/token-balance.js",
                        "io/tokeneconomy/servlet/messages/en.json",
                        "io/tokeneconomy/payment/sandbox/event.json")
                .allSatisfy(file -> assertThat(RuntimeHintsPredicates.resource().forResource(file))
                        .accepts(hints));
    }

    @Test
    void whatIsObservedIsAProxy() {
        Stream.<Class<?>[]>of(
                        new Class<?>[] {LedgerStore.class},
                        new Class<?>[] {PaymentGateway.class},
                        new Class<?>[] {PaymentGateway.class, SavedCardPayments.class})
                .forEach(interfaces -> assertThat(
                                RuntimeHintsPredicates.proxies().forInterfaces(interfaces))
                        .accepts(hints));
    }

    /** Of core and servlet module, whether they are jars or folders. */
    private static List<String> files() throws IOException {
        Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:" + OURS + "**/*.*");
        return Stream.of(all)
                .map(NativeHintsTest::name)
                .filter(name -> !name.endsWith(".class"))
                .toList();
    }

    private static String name(Resource resource) {
        try {
            String address = resource.getURL().toString();
            return address.substring(address.lastIndexOf(OURS));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
