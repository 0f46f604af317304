package io.tokeneconomy.example.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Options options(String bench) {
        return Options.from(Map.of("BENCH", bench));
    }

    private static List<String> contenders(Stage stage) {
        return stage.entrants().stream().map(Entrant::name).toList();
    }

    @Test
    void withoutBenchEverythingHasItsDefault() {
        Options options = Options.from(Map.of());
        assertThat(options.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.name()).isEqualTo("postgresql");
            assertThat(contenders(stage)).containsExactly("ours", "jpa", "jdbc", "floor");
        });
        assertThat(options.shapes()).containsExactly(Shape.MANY, Shape.HOT);
        assertThat(options.callers()).containsExactly(1, 64, 256);
        assertThat(List.of(options.seconds(), options.compile(), options.warmup(), options.trials()))
                .containsExactly(4, 60, 2, 3);
        assertThat(options.statement()).isZero();
        assertThat(options.accounts()).isEqualTo(10_000);
        assertThat(options.virtualThreads()).isFalse();
        assertThat(options.outbox()).isFalse();
        assertThat(options.jdk()).isEqualTo(Path.of(System.getProperty("java.home")));
        assertThat(options.allTrials()).isEqualTo(4 * 2 * 3 * 3);
    }

    @Test
    void everyOptionIsRead() {
        Path jdk = JavaHomes.of(folder, "21.0.4");
        Options options = options(
                "store=sqlite,memory shapes=hot callers=1000 seconds=7 compile=0 warmup=1 trials=5 statement=2000"
                        + "  contenders=ours accounts=99 threads=virtual outbox=on jdk=" + jdk);
        assertThat(options.stages()).extracting(Stage::name).containsExactly("sqlite", "memory");
        assertThat(options.stages())
                .allSatisfy(stage -> assertThat(contenders(stage)).containsExactly("ours"));
        assertThat(options.shapes()).containsExactly(Shape.HOT);
        assertThat(options.callers()).containsExactly(1_000);
        assertThat(List.of(options.seconds(), options.compile(), options.warmup(), options.trials()))
                .containsExactly(7, 0, 1, 5);
        assertThat(options.statement()).isEqualTo(2_000);
        assertThat(options.accounts(Shape.MANY)).isEqualTo(99);
        assertThat(options.accounts(Shape.HOT)).isEqualTo(1);
        assertThat(options.virtualThreads()).isTrue();
        assertThat(options.outbox()).isTrue();
        assertThat(options.jdk()).isEqualTo(jdk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store=oracle        | store      | oracle  | postgresql, mariadb, h2, sqlite, firestore, memory",
                "shapes=many,cold    | shapes     | cold    | many, hot",
                "callers=1,x         | callers    | x       | 1 to 10000",
                "callers=0           | callers    | 0       | 1 to 10000",
                "callers=10001       | callers    | 10001   | 1 to 10000",
                "callers=8,8         | callers    | 8,8     | each value once",
                "callers=            | callers    | ''      | 1 to 10000",
                "seconds=0           | seconds    | 0       | 1 to 600",
                "seconds=601         | seconds    | 601     | 1 to 600",
                "compile=601         | compile    | 601     | 0 to 600",
                "warmup=-1           | warmup     | -1      | 0 to 600",
                "trials=100          | trials     | 100     | 0 to 99",
                "trials=0            | trials     | 0       | '1 to 99, or 0 with statement=…'",
                "statement=999       | statement  | 999     | '0, or 1000 to 10000000'",
                "statement=10000001  | statement  | 10000001 | 0 to 10000000",
                "statement=1000 contenders=jpa | statement | 1000 | '0, as ours is not among the contenders'",
                "accounts=1000001    | accounts   | 1000001 | 1 to 1000000",
                "threads=green       | threads    | green   | platform, virtual",
                "outbox=maybe        | outbox     | maybe   | off, on",
                "contenders=single   | contenders | single  | ours, jpa, jdbc, floor",
                "jdk=/nowhere        | jdk        | /nowhere | the home of a Java 17 or newer",
                "stores=h2           | BENCH      | stores  | options named accounts, callers, compile, contenders, jdk, outbox, seconds, shapes, statement, store, threads, trials, warmup",
                "hot                 | BENCH      | hot     | 'name=value, with blanks between the pairs'",
                "=hot                | BENCH      | =hot    | 'name=value, with blanks between the pairs'",
                "seconds=1 seconds=2 | BENCH      | seconds=2 | each option once"
            })
    void aBadOptionIsNamedWithItsValueAndWhatIsAllowed(String bench, String option, String value, String allowed) {
        assertThatThrownBy(() -> options(bench)).isInstanceOfSatisfying(InvalidValueException.class, refused -> {
            assertThat(refused.field()).isEqualTo(option);
            assertThat(refused.value()).isEqualTo('"' + value + '"');
            assertThat(refused.allowed()).isEqualTo(allowed);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callers=1 seconds=1 compile=0 warmup=0 trials=1 accounts=1",
                "callers=10000 seconds=600 compile=600 warmup=600 trials=99 accounts=1000000 statement=10000000",
                "statement=1000"
            })
    void theEdgesAreAllowed(String bench) {
        assertThat(options(bench).allTrials()).isPositive();
    }

    @Test
    void virtualThreadsNeedAJavaThatHasThem() {
        Path old = JavaHomes.of(folder, "20.0.2");
        assertThatThrownBy(() -> options("threads=virtual jdk=" + old))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("threads is \"virtual\"")
                .hasMessageContaining("Java 20 has no virtual threads");
        assertThat(options("threads=virtual jdk=" + JavaHomes.of(folder, "21")).virtualThreads())
                .isTrue();
    }

    @Test
    void anOldJavaIsRefused() {
        assertThatThrownBy(() -> options("jdk=" + JavaHomes.of(folder, "11.0.2")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("the home of a Java 17 or newer");
    }
}
