package io.tokeneconomy;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the tests that say which of Stripe's rules they prove. */
final class StripeRuleTests {

    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path ELSEWHERE =
            Path.of("src", "test", "resources", "io", "tokeneconomy", "stripe-rules-elsewhere.txt");
    private static final String ROOT = "io.tokeneconomy.";

    private final SortedMap<Integer, SortedSet<String>> found = new TreeMap<>();

    private StripeRuleTests() {}

    /** The names of the tests of each rule: those of this module by their annotations, others by a list. */
    static SortedMap<Integer, SortedSet<String>> find() throws IOException {
        StripeRuleTests tests = new StripeRuleTests();
        try (Stream<Path> files = Files.walk(CLASSES.resolve(Path.of("io", "tokeneconomy")))) {
            files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .forEach(file -> tests.addAnnotated(load(file)));
        }
        try (Stream<String> lines = Files.lines(ELSEWHERE)) {
            lines.filter(line -> !line.isBlank()).forEach(tests::addElsewhere);
        }
        return tests.found;
    }

    private static Class<?> load(String file) {
        String name = file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, StripeRuleTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void addAnnotated(Class<?> type) {
        String name = type.getName().substring(ROOT.length()).replace('$', '.');
        List<Method> methods = Arrays.asList(type.getDeclaredMethods());
        add(type, name, methods.stream().anyMatch(StripeRuleTests::isTest));
        methods.forEach(method -> add(method, name + "." + method.getName(), isTest(method)));
    }

    private void add(AnnotatedElement element, String name, boolean isTest) {
        StripeRule rule = element.getAnnotation(StripeRule.class);
        if (rule != null && !isTest) {
            throw new AssertionError(name + " is no test");
        }
        if (rule != null) {
            Arrays.stream(rule.value()).forEach(number -> add(number, name));
        }
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    /** {@code numbers | module | class.method}; tests of other modules do not see the annotation. */
    private void addElsewhere(String line) {
        String[] fields = line.split("\\s*\\|\\s*", -1);
        String test = fields[2].strip();
        int dot = test.lastIndexOf('.');
        Path source = Path.of("..", fields[1], "src", "test", "java")
                .resolve(test.substring(0, dot).replace('.', '/') + ".java");
        try {
            if (!Files.readString(source).contains("void " + test.substring(dot + 1) + "(")) {
                throw new AssertionError(source + " has no such test: " + test);
            }
        } catch (IOException e) {
            throw new AssertionError("no source of " + test, e);
        }
        Stream.of(fields[0].strip().split(" ", -1))
                .forEach(number -> add(Integer.parseInt(number), test.substring(ROOT.length())));
    }

    private void add(int number, String name) {
        found.computeIfAbsent(number, any -> new TreeSet<>()).add(name);
    }
}
