package io.tokeneconomy.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code spring-boot:process-aot} does, in the same steps; then the shop is started from what came out. */
class AheadOfTimeTest {

    private static final String SHOP = ShopApplication.class.getName();
    private static final String[] ON_ITS_OWN = {
        "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:aot;DB_CLOSE_DELAY=-1"
    };

    @Test
    void theProcessedShopSellsTokensAndPictures(@TempDir Path folder) throws Exception {
        String application = ShopProcess.path(Path.of("target", "classes"), ShopProcess.libraries());
        Path sources = folder.resolve("sources");
        Path resources = folder.resolve("resources");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        try (ShopProcess processor = ShopProcess.java(
                application,
                "org.springframework.boot.SpringApplicationAotProcessor",
                SHOP,
                sources.toString(),
                resources.toString(),
                classes.toString(),
                "io.tokeneconomy",
                "shop")) {
            processor.finished();
        }
        compile(sources, classes, application);
        assertThat(hints(resources))
                .contains("io/tokeneconomy/ledger/store", "io/tokeneconomy/servlet", "io.tokeneconomy.payment");
        try (ShopProcess shop = ShopProcess.java(
                ShopProcess.path(classes, resources, application),
                "-Dspring.aot.enabled=true",
                SHOP,
                ON_ITS_OWN[0],
                ON_ITS_OWN[1])) {
            Visitor alice = new Visitor(shop.port(1)).signIn("alice");
            assertThat(shop.log()).contains("Starting AOT-processed ShopApplication");
            alice.buy("popular");
            assertThat(alice.get("/api/tokens/balance").body()).contains("\"available\":110");
            assertThat(alice.draw("a fox").statusCode()).isEqualTo(303);
            assertThat(alice.get("/api/tokens/balance").body()).contains("\"available\":105");
            assertThat(alice.get("/tokens/buy").body()).contains("popular");
            assertThat(alice.get("/actuator/tokeneconomy/verify").body()).contains("\"intact\":true");
        }
    }

    private static void compile(Path sources, Path classes, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> java =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-cp",
                                    ShopProcess.path(classes, classPath),
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    /** Spring 6 writes several files, Spring 7 one. */
    private static String hints(Path resources) throws IOException {
        StringBuilder hints = new StringBuilder();
        try (Stream<Path> all = Files.walk(resources)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".json")).toList()) {
                hints.append(Files.readString(file).replace("\\/", "/"));
            }
        }
        return hints.toString();
    }
}
