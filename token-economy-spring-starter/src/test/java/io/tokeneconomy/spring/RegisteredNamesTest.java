package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** A name in these files that has no class is silently dead in Spring Boot, or breaks every start. */
class RegisteredNamesTest {

    private static final String IMPORTS =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    @Test
    void everyImportIsAnAutoConfiguration() throws Exception {
        List<String> names = text(IMPORTS).lines().toList();
        assertThat(names).hasSize(11);
        for (String name : names) {
            // not initialized: the one for the other Boot names classes that are not here
            assertThat(Class.forName(name, false, getClass().getClassLoader())).hasAnnotation(AutoConfiguration.class);
        }
    }

    @Test
    void everyFactoryIsAFailureAnalyzerThatCanBeMade() throws Exception {
        Properties factories = new Properties();
        factories.load(new StringReader(text("META-INF/spring.factories")));
        assertThat(factories.stringPropertyNames()).containsExactly(FailureAnalyzer.class.getName());
        for (String name :
                factories.getProperty(FailureAnalyzer.class.getName()).split(",", -1)) {
            assertThat(made(name)).isInstanceOf(FailureAnalyzer.class);
        }
    }

    @Test
    void everyHintRegistrarCanBeMade() throws Exception {
        Properties factories = new Properties();
        factories.load(new StringReader(text("META-INF/spring/aot.factories")));
        assertThat(factories.stringPropertyNames()).containsExactly(RuntimeHintsRegistrar.class.getName());
        assertThat(made(factories.getProperty(RuntimeHintsRegistrar.class.getName())))
                .isInstanceOf(NativeHints.class);
    }

    private static Object made(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name.strip()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @Test
    void everyPropertyIsDescribedForTheIde() throws Exception {
        String metadata = text("META-INF/spring-configuration-metadata.json");
        assertThat(metadata)
                .contains("\"token-economy.base-url\"", "\"token-economy.stripe.webhook-secrets\"")
                .contains("Public address of the application")
                .contains("\"token-economy.catalog.packages\"", "spring-bean-reference");
    }

    /** Of our own module: other jars have files of these names. */
    private static String text(String resource) throws Exception {
        URL ours = TokenEconomyProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        return Files.readString(Path.of(ours.toURI()).resolve(resource));
    }
}
