package io.tokeneconomy.example.quickstart;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Jetty, embedded: takes its port at once, answers after {@link #start()}, and finishes what it began. */
final class WebServer implements AutoCloseable {

    /** Only this machine, as anybody can sign in as anybody. */
    static final String HOST = "127.0.0.1";

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration GRACE_FOR_IDLE = Duration.ofMillis(50);

    private final Server server = new Server();
    private final ServerConnector connector;
    private final ServletContextHandler context = new ServletContextHandler("/");

    private WebServer() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setShutdownIdleTimeout(GRACE_FOR_IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(context));
        server.setStopTimeout(GRACE.toMillis());
        context.setErrorHandler(bare(new ErrorPageErrorHandler()));
        server.setErrorHandler(bare(new ErrorHandler()));
    }

    /**
     * Takes the port.
     *
     * @throws StartException when it cannot be had
     */
    static WebServer bind(int port) {
        WebServer web = new WebServer();
        web.connector.setHost(HOST);
        web.connector.setPort(port);
        try {
            web.connector.open();
            return web;
        } catch (IOException e) {
            throw StartException.portTaken("PORT", port, e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** {@return the address of a path for programs on this machine} */
    URI local(String path) {
        return URI.create("http://" + HOST + ":" + port() + path);
    }

    WebServer filter(Filter filter) {
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        return this;
    }

    WebServer servlet(HttpServlet servlet, String... paths) {
        for (String path : paths) {
            context.addServlet(new ServletHolder(servlet), path);
        }
        return this;
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new StartException("The web server does not start: " + e.getMessage(), e);
        }
    }

    private static <T extends ErrorHandler> T bare(T errors) {
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        errors.setShowOrigin(false);
        return errors;
    }

    /** Returns when the server has ended. */
    void join() throws InterruptedException {
        server.join();
    }

    /** Takes no more requests, and ends when those begun are answered, or after 5 seconds. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server does not stop", e);
        } finally {
            connector.close();
        }
    }
}
