package io.tokeneconomy.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A servlet container on a free port, with the filters in front of a servlet that takes every path. */
interface Container extends AutoCloseable {

    int port();

    @Override
    void close();

    /** Starts one. */
    @FunctionalInterface
    interface Kind {
        Container start(String contextPath, HttpServlet host, Filter... filters);
    }

    static Container jetty(String contextPath, HttpServlet host, Filter... filters) {
        return jetty(contextPath, application -> mount(application, host, filters));
    }

    static Container jetty(String contextPath, Consumer<ServletContext> application) {
        return jetty(contextPath, UriCompliance.DEFAULT, application);
    }

    /** Lets addresses through that are ambiguous, and throws when a servlet asks for their path. */
    static Container relaxedJetty(String contextPath, HttpServlet host, Filter... filters) {
        return jetty(contextPath, UriCompliance.LEGACY, application -> mount(application, host, filters));
    }

    private static Container jetty(String contextPath, UriCompliance uris, Consumer<ServletContext> mounting) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setUriCompliance(uris);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
        context.addServletContainerInitializer((classes, application) -> mounting.accept(application));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
        return new Container() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public void close() {
                try {
                    server.stop();
                } catch (Exception e) {
                    throw new IllegalStateException("Jetty does not stop", e);
                }
            }
        };
    }

    /** Tomcat tells of every start and stop; kept here, as loggers that nobody keeps forget their level. */
    Logger TOMCAT_LOG = quiet(Logger.getLogger("org.apache"));

    static Container tomcat(String contextPath, HttpServlet host, Filter... filters) {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(temporaryFolder().getPath());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context context = tomcat.addContext(contextPath, null);
        context.addServletContainerInitializer((classes, application) -> mount(application, host, filters), null);
        try {
            tomcat.getConnector();
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not start", e);
        }
        return new Container() {
            @Override
            public int port() {
                return tomcat.getConnector().getLocalPort();
            }

            @Override
            public void close() {
                try {
                    tomcat.stop();
                    tomcat.destroy();
                } catch (LifecycleException e) {
                    throw new IllegalStateException("Tomcat does not stop", e);
                }
            }
        };
    }

    private static void mount(ServletContext application, HttpServlet host, Filter... filters) {
        for (int i = 0; i < filters.length; i++) {
            var registration = application.addFilter("filter-" + i, filters[i]);
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
        }
        var registration = application.addServlet("host", host);
        registration.setAsyncSupported(true);
        registration.addMapping("/");
    }

    private static Logger quiet(Logger logger) {
        logger.setLevel(Level.SEVERE);
        return logger;
    }

    private static File temporaryFolder() {
        try {
            File folder = Files.createTempDirectory("tomcat").toFile();
            folder.deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException("no temporary folder", e);
        }
    }
}
