package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.payment.sandbox.EmittedEvent;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test that docs/sandbox.md shows passes. */
class SandboxDocTest {

    private static final Path PAGE = Path.of("..", "docs", "sandbox.md");
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = """
            package page;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import io.tokeneconomy.*;
            import io.tokeneconomy.ledger.*;
            import io.tokeneconomy.ledger.store.memory.*;
            import io.tokeneconomy.payment.sandbox.*;
            import io.tokeneconomy.payment.sandbox.junit.*;
            import io.tokeneconomy.payment.stripe.*;
            import io.tokeneconomy.reconcile.*;
            import java.net.*;
            import java.time.Duration;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.extension.*;

            """;

    @Test
    void theTestOnThePagePasses(@TempDir Path classes) throws Exception {
        List<String> examples = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).hasSize(1);
        ArchitectureSources.compile(List.of(IMPORTS + examples.get(0)), classes);
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()});
                StripeSandbox sandbox = StripeSandbox.builder().start()) {
            Class<?> shown = loader.loadClass("page.ShopTest");
            Constructor<?> made = shown.getDeclaredConstructor();
            Method test = shown.getDeclaredMethod("aRefundTakesItsTokensBack", StripeSandbox.class);
            made.setAccessible(true);
            test.setAccessible(true);

            test.invoke(made.newInstance(), sandbox);

            assertThat(sandbox.events()).extracting(EmittedEvent::type).contains("charge.refunded");
        }
    }
}
