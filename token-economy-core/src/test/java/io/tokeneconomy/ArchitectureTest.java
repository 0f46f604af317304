package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
final class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ArchitectureRules.ROOT);

    @Test
    void theCoreIsRead() {
        assertThat(CORE.contain("io.tokeneconomy.error.TokenEconomyException")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.tokeneconomy.ArchitectureRules#all")
    void theCoreKeeps(ArchRule rule) {
        rule.check(CORE);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("breaches")
    void aBreachIsSeen(ArchRule rule, List<String> sources, @TempDir Path folder) {
        assertThat(violations(rule, sources, folder)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.tokeneconomy.ArchitectureRules#all")
    void cleanCodePasses(ArchRule rule, @TempDir Path folder) {
        List<String> sources = List.of(
                "package io.tokeneconomy.catalog; public record Money(long minor) {}",
                "package io.tokeneconomy.ledger; record Lot(io.tokeneconomy.catalog.Money paid, java.time.Instant at) {}",
                "package io.tokeneconomy.ledger.store.jdbc; class Rows { java.sql.Connection connection; }",
                "package io.tokeneconomy.ledger.store.firestore; class Bytes { com.google.protobuf.ByteString bytes; }",
                "package io.tokeneconomy.payment.stripe; class Gateway { com.stripe.StripeClient client; }",
                "package io.tokeneconomy; class Shop { Object time = java.time.InstantSource.system().instant(); }");
        assertThat(violations(rule, sources, folder)).isEmpty();
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach(
                        ArchitectureRules.PACKAGE_ORDER,
                        "package io.tokeneconomy.ledger; public class Lot {}",
                        "package io.tokeneconomy.catalog; class Price { io.tokeneconomy.ledger.Lot lot; }"),
                breach(
                        ArchitectureRules.PACKAGE_ORDER,
                        "package io.tokeneconomy.ledger.store.memory; public class Rows {}",
                        "package io.tokeneconomy.ledger.store.jdbc; class Table extends"
                                + " io.tokeneconomy.ledger.store.memory.Rows {}"),
                breach(
                        ArchitectureRules.PACKAGE_ORDER,
                        "package io.tokeneconomy.payment.stripe; public class Gateway {}",
                        "package io.tokeneconomy.payment.sandbox; class Fake { io.tokeneconomy.payment.stripe.Gateway g; }"),
                breach(ArchitectureRules.PACKAGE_ORDER, "package io.tokeneconomy.nowhere; class Lost {}"),
                breach(
                        ArchitectureRules.NO_CYCLES,
                        "package io.tokeneconomy.order; public class Order { io.tokeneconomy.payment.Intent intent; }",
                        "package io.tokeneconomy.payment; public class Intent { io.tokeneconomy.order.Order order; }"),
                breach(
                        ArchitectureRules.STRIPE_IN_ONE_PACKAGE,
                        "package io.tokeneconomy.webhook; class Reader { com.stripe.model.Event event; }"),
                inStripe("class Keys { void set() { com.stripe.Stripe.apiKey = null; } }"),
                inStripe(
                        "class Keys { Object get() throws Exception { return com.stripe.model.Event.retrieve(null); } }"),
                breach(
                        ArchitectureRules.JDBC_IN_ONE_PACKAGE,
                        "package io.tokeneconomy.order; class Orders { java.sql.Connection connection; }"),
                breach(
                        ArchitectureRules.FIRESTORE_IN_ONE_PACKAGE,
                        "package io.tokeneconomy.order; class Orders { com.google.cloud.firestore.Firestore store; }"),
                breach(
                        ArchitectureRules.FIRESTORE_IN_ONE_PACKAGE,
                        "package io.tokeneconomy.ledger; class Bytes { com.google.protobuf.ByteString bytes; }"),
                breach(
                        ArchitectureRules.NO_JAVA_UTIL_LOGGING,
                        "package io.tokeneconomy.order; class Talk { java.util.logging.Logger log; }"),
                inOrder(ArchitectureRules.NO_STANDARD_STREAMS, "System.out.println()"),
                inOrder(ArchitectureRules.NO_STANDARD_STREAMS, "System.err.println()"),
                inOrder(ArchitectureRules.TIME_IS_INJECTED, "java.time.Instant.now()"),
                inOrder(ArchitectureRules.TIME_IS_INJECTED, "java.time.LocalDate.now(java.time.ZoneOffset.UTC)"),
                inOrder(ArchitectureRules.TIME_IS_INJECTED, "System.currentTimeMillis()"),
                inOrder(ArchitectureRules.TIME_IS_INJECTED, "java.time.Clock.systemUTC()"),
                inOrder(ArchitectureRules.TIME_IS_INJECTED, "new java.util.Date()"),
                breach(
                        ArchitectureRules.TIME_IS_INJECTED,
                        "package io.tokeneconomy.order;"
                                + " class Now { java.util.function.Supplier<?> now = java.time.Instant::now; }"),
                breach(
                        ArchitectureRules.NO_FLOATING_POINT,
                        "package io.tokeneconomy.ledger.rules; class A { double a; }"),
                breach(ArchitectureRules.NO_FLOATING_POINT, "package io.tokeneconomy.catalog; class A { float[] a; }"),
                breach(
                        ArchitectureRules.NO_FLOATING_POINT,
                        "package io.tokeneconomy.order; class A { A(Double a) {} }"),
                breach(
                        ArchitectureRules.NO_FLOATING_POINT,
                        "package io.tokeneconomy.order; class A { void a(float a) {} }"));
    }

    private static Arguments inStripe(String type) {
        return breach(ArchitectureRules.NO_GLOBAL_STRIPE_STATE, "package io.tokeneconomy.payment.stripe; " + type);
    }

    private static Arguments inOrder(ArchRule rule, String statement) {
        return breach(rule, "package io.tokeneconomy.order; class Doing { void it() { " + statement + "; } }");
    }

    private static Arguments breach(ArchRule rule, String... sources) {
        return arguments(rule, List.of(sources));
    }

    private static List<String> violations(ArchRule rule, List<String> sources, Path folder) {
        JavaClasses classes = new ClassFileImporter().importPath(ArchitectureSources.compile(sources, folder));
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
