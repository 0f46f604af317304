package io.tokeneconomy.payment.sandbox.junit;

import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link StripeSandbox} before each test, gives it to parameters of that type, and closes it afterwards. See the
 * package for an example. Thread-safe.
 */
public final class StripeSandboxExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace SANDBOXES = Namespace.create(StripeSandboxExtension.class);

    private static final String KEY = "sandbox";

    private final UnaryOperator<StripeSandboxBuilder> setUp;

    /** For {@code @ExtendWith}: a sandbox with the builder's defaults. */
    public StripeSandboxExtension() {
        this(UnaryOperator.identity());
    }

    private StripeSandboxExtension(UnaryOperator<StripeSandboxBuilder> setUp) {
        this.setUp = setUp;
    }

    /**
     * For {@code @RegisterExtension}: a sandbox that is set up otherwise.
     *
     * @param setUp runs before each test
     */
    public static StripeSandboxExtension with(UnaryOperator<StripeSandboxBuilder> setUp) {
        return new StripeSandboxExtension(setUp);
    }

    /** Starts the sandbox, so that {@code @BeforeEach} methods have it, too. */
    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(SANDBOXES)
                .put(KEY, setUp.apply(StripeSandbox.builder()).start());
    }

    /** Closes the sandbox. */
    @Override
    public void afterEach(ExtensionContext context) {
        @Nullable StripeSandbox sandbox = context.getStore(SANDBOXES).remove(KEY, StripeSandbox.class);
        if (sandbox != null) {
            sandbox.close();
        }
    }

    /** {@return whether the parameter is a {@link StripeSandbox}} */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StripeSandbox.class;
    }

    /**
     * {@return the test's sandbox}
     *
     * @throws ParameterResolutionException where no test runs yet, in a constructor or in {@code @BeforeAll}
     */
    @Override
    public StripeSandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        @Nullable StripeSandbox sandbox = context.getStore(SANDBOXES).get(KEY, StripeSandbox.class);
        if (sandbox == null) {
            throw new ParameterResolutionException(
                    "A StripeSandbox belongs to one test; take it in @BeforeEach or @Test");
        }
        return sandbox;
    }
}
