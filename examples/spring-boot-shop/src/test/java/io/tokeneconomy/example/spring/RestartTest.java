package io.tokeneconomy.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop under Boot's devtools, which throw its context away and make it again with another class loader. */
class RestartTest {

    /** Ours, and one for each web server of a sandbox. */
    private static final Pattern OUR_THREADS =
            Pattern.compile("\"threadName\":\"(token-economy-[a-z-]+|HTTP-Dispatcher)\"");

    @Test
    void afterARestartTheLedgerGoesOnAndNoThreadIsLeft(@TempDir Path folder) throws Exception {
        Path classes = copied(Path.of("target", "classes"), folder.resolve("classes"));
        try (ShopProcess shop = ShopProcess.java(
                ShopProcess.path(classes, Path.of("target", "devtools.jar"), ShopProcess.libraries()),
                "-Dspring.devtools.restart.trigger-file=.restart",
                "-Dspring.devtools.restart.poll-interval=200ms",
                "-Dspring.devtools.restart.quiet-period=100ms",
                "-Dspring.devtools.livereload.enabled=false",
                ShopApplication.class.getName(),
                "--server.port=0",
                "--management.endpoints.web.exposure.include=*",
                "--spring.datasource.url=jdbc:h2:mem:restart;DB_CLOSE_DELAY=-1",
                "--token-economy.store.type=sqlite",
                "--token-economy.store.sqlite-file=" + folder.resolve("tokens.db"))) {
            Visitor before = new Visitor(shop.port(1)).signIn("alice");
            before.buy("popular");
            List<String> threads = threads(before);
            assertThat(threads).contains("token-economy-sweep", "HTTP-Dispatcher");

            Files.writeString(classes.resolve("compiled.anew"), "anything");
            Files.createFile(classes.resolve(".restart"));
            Visitor after = new Visitor(shop.port(2)).signIn("alice");
            assertThat(after.get("/api/tokens/balance").body()).contains("\"available\":110");
            after.buy("popular");
            assertThat(after.draw("a fox").statusCode()).isEqualTo(303);
            assertThat(after.get("/api/tokens/balance").body()).contains("\"available\":215");
            assertThat(threads(after)).containsExactlyElementsOf(threads);
            assertThat(shop.log()).doesNotContain("ERROR");
        }
    }

    private static List<String> threads(Visitor visitor) throws IOException, InterruptedException {
        return OUR_THREADS
                .matcher(visitor.get("/actuator/threaddump").body())
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
