package io.tokeneconomy.spring;

import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.net.URI;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/** Tells the sandbox where the application's webhook is, once its web server has a port. */
final class SandboxWebhook implements SmartLifecycle {

    private static final String WEBHOOK = "/api/stripe/webhook";

    private final StripeSandbox sandbox;
    private final Environment environment;
    private volatile boolean running;

    SandboxWebhook(StripeSandbox sandbox, Environment environment) {
        this.sandbox = sandbox;
        this.environment = environment;
    }

    @Override
    public void start() {
        running = true;
        Optional.ofNullable(environment.getProperty("local.server.port"))
                .ifPresent(port -> sandbox.webhook(address(port), sandbox.webhookSecret()));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private URI address(String port) {
        String context = environment.getProperty("server.servlet.context-path", "");
        return URI.create("http://localhost:" + port + context + WEBHOOK);
    }
}
