package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer copies from the README compiles. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void theSnippetsOfTheCoreCompile(@TempDir Path classes) throws IOException {
        Matcher snippet = JAVA.matcher(Files.readString(Path.of("..", "README.md")));
        for (int i = 0; i < 2; i++) {
            assertThat(snippet.find()).isTrue();
            assertThat(errorsIn(source(snippet.group(1)), classes)).isEmpty();
        }
    }

    private static String source(String snippet) {
        return """
                import io.tokeneconomy.*;
                import io.tokeneconomy.ledger.*;
                import io.tokeneconomy.ledger.store.jdbc.*;
                import io.tokeneconomy.payment.sandbox.*;
                import io.tokeneconomy.payment.stripe.*;
                import java.net.URI;
                import java.nio.file.Path;

                abstract class Snippet {
                    void run(String secretKey, String webhookSecret, byte[] body, String stripeSignatureHeader) {
                        %s
                    }
                    abstract void offerMore(long available, long required);
                }
                """.formatted(snippet);
    }

    private static List<String> errorsIn(String source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, null, found, options, null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
