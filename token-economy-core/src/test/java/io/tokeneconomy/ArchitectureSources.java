package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles a few lines of Java, so that code which breaks a rule stands beside the rule and nowhere else. */
@NullMarked
final class ArchitectureSources {

    private ArchitectureSources() {}

    /** Each source holds one package and one top-level type. */
    static Path compile(List<String> sources, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            files.add(new Source(source));
        }
        List<String> options = List.of("-proc:none", "-d", folder.toString());
        assertThat(compiler.getTask(null, null, null, options, null, files).call())
                .isTrue();
        return folder;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + typeName(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String typeName(String text) {
            return text.replaceFirst("(?s)^.*?(?:class|record) (\\w+).*$", "$1");
        }
    }
}
