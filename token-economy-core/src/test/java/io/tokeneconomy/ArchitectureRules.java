package io.tokeneconomy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What may know what in the core. {@link ArchitectureTest} holds the code to it and proves that each rule bites. */
@NullMarked
final class ArchitectureRules {

    static final String ROOT = "io.tokeneconomy";

    /** A package may depend only on lines above its own; packages on one line do not know each other. */
    private static final List<Set<String>> ORDER = List.of(
            Set.of(ROOT + ".error"),
            Set.of(ROOT + ".internal"),
            Set.of(ROOT + ".catalog"),
            Set.of(ROOT + ".ledger"),
            Set.of(ROOT + ".pricing"),
            Set.of(ROOT + ".ledger.rules"),
            Set.of(ROOT + ".order"),
            Set.of(ROOT + ".ledger.store"),
            Set.of(ROOT + ".ledger.engine.gather"),
            Set.of(ROOT + ".ledger.engine"),
            Set.of(ROOT + ".ledger.store.memory", ROOT + ".ledger.store.jdbc", ROOT + ".ledger.store.firestore"),
            Set.of(ROOT + ".audit"),
            Set.of(ROOT + ".audit.engine"),
            Set.of(ROOT + ".payment"),
            Set.of(ROOT + ".payment.stripe", ROOT + ".payment.sandbox"),
            Set.of(ROOT + ".event"),
            Set.of(ROOT + ".event.engine"),
            Set.of(ROOT + ".fulfilment"),
            Set.of(ROOT + ".checkout"),
            Set.of(ROOT + ".checkout.engine"),
            Set.of(ROOT + ".topup"),
            Set.of(ROOT + ".topup.engine"),
            Set.of(ROOT + ".webhook"),
            Set.of(ROOT + ".webhook.engine"),
            Set.of(ROOT + ".reconcile"),
            Set.of(ROOT + ".reconcile.engine"),
            Set.of(ROOT));

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> GLOBAL_CALLS = Set.of("create", "list", "retrieve", "search");

    static final ArchRule PACKAGE_ORDER = classes()
            .should(dependOnlyOnEarlierPackages())
            .because("the package order of CONTRIBUTING.md holds")
            .allowEmptyShould(true);

    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);

    static final ArchRule STRIPE_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".payment.stripe")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..")
            .allowEmptyShould(true);

    static final ArchRule NO_GLOBAL_STRIPE_STATE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.stripe.Stripe")
            .orShould()
            .accessTargetWhere(describe("static calls with the global key", ArchitectureRules::usesGlobalKey))
            .because("two shops in one process may have two keys: only StripeClient instances")
            .allowEmptyShould(true);

    static final ArchRule JDBC_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ledger.store.jdbc")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .allowEmptyShould(true);

    static final ArchRule FIRESTORE_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ledger.store.firestore")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.google.cloud..", "com.google.api..", "com.google.firestore..", "com.google.protobuf..")
            .because("its jars are optional")
            .allowEmptyShould(true);

    static final ArchRule NO_JAVA_UTIL_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .allowEmptyShould(true);

    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".payment.stripe.Provision")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("a library logs; only its one command prints")
            .allowEmptyShould(true);

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .accessTargetWhere(describe("the system's clock", ArchitectureRules::readsSystemClock))
            .because("time comes from an InstantSource")
            .allowEmptyShould(true);

    static final ArchRule NO_FLOATING_POINT = classes()
            .that()
            .resideInAnyPackage(
                    ROOT + ".catalog..", ROOT + ".ledger..", ROOT + ".order..", ROOT + ".audit..", ROOT + ".pricing..")
            .should(haveNoFloatingPoint())
            .because("tokens and money are whole numbers")
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    static Stream<ArchRule> all() {
        return Stream.of(
                PACKAGE_ORDER,
                NO_CYCLES,
                STRIPE_IN_ONE_PACKAGE,
                NO_GLOBAL_STRIPE_STATE,
                JDBC_IN_ONE_PACKAGE,
                FIRESTORE_IN_ONE_PACKAGE,
                NO_JAVA_UTIL_LOGGING,
                NO_STANDARD_STREAMS,
                TIME_IS_INJECTED,
                NO_FLOATING_POINT);
    }

    private static ArchCondition<JavaClass> dependOnlyOnEarlierPackages() {
        return condition("depend only on packages that come earlier in the order", (type, events) -> {
            if (place(type) < 0) {
                violated(events, type, type.getName() + " is in a package without a place in the order");
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isOurs(dependency.getTargetClass()))
                    .filter(dependency -> !mayDepend(type, dependency.getTargetClass()))
                    .forEach(dependency -> violated(events, type, dependency.getDescription()));
        });
    }

    private static ArchCondition<JavaClass> haveNoFloatingPoint() {
        return condition(
                "have no floating point field, parameter or result",
                (type, events) -> type.getMembers().stream()
                        .filter(member -> typesOf(member)
                                .anyMatch(part -> FLOATING.contains(
                                        part.getBaseComponentType().getName())))
                        .forEach(member -> violated(events, type, member.getFullName() + " has floating point")));
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        return member instanceof JavaCodeUnit code
                ? Stream.concat(code.getRawParameterTypes().stream(), Stream.of(code.getRawReturnType()))
                : Stream.of(((JavaField) member).getRawType());
    }

    private static boolean readsSystemClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system");
        }
        return owner.isEquivalentTo(Date.class)
                ? access.getDescription().contains("<init>()")
                : owner.getPackageName().startsWith("java.time") && name.equals("now");
    }

    private static boolean usesGlobalKey(JavaAccess<?> access) {
        return GLOBAL_CALLS.contains(access.getName())
                && access.getTargetOwner().isAssignableTo("com.stripe.net.ApiResource")
                && access.getTarget().resolveMember().stream()
                        .anyMatch(member -> member.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static boolean mayDepend(JavaClass from, JavaClass to) {
        return from.getPackageName().equals(to.getPackageName()) || place(to) < place(from);
    }

    private static int place(JavaClass type) {
        for (int place = 0; place < ORDER.size(); place++) {
            if (ORDER.get(place).contains(type.getPackageName())) {
                return place;
            }
        }
        return -1;
    }

    private static void violated(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }

    private static ArchCondition<JavaClass> condition(String text, Check check) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.run(type, events);
            }
        };
    }

    private interface Check {
        void run(JavaClass type, ConditionEvents events);
    }
}
