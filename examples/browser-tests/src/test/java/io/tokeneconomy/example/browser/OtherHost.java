package io.tokeneconomy.example.browser;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.servlet.PageSettings;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An application that is not the quickstart, with pages as it wants them. Everybody is signed in as Wilma. */
final class OtherHost implements AutoCloseable {

    static final String USER = "wilma";

    private final StripeSandbox sandbox = StripeSandbox.builder().start();
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final TokenEconomy economy;
    private final URI root;

    private OtherHost(Consumer<PageSettings> pages, Map<String, String> files) throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        server.setHandler(context);
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        connector.open();
        root = URI.create("http://127.0.0.1:" + connector.getLocalPort());
        economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(StripeGateway.builder()
                        .secretKey(sandbox.apiKey())
                        .webhookSecrets(sandbox.webhookSecret())
                        .apiBase(sandbox.apiBase())
                        .build())
                .baseUrl(root)
                .build();
        TokenEconomyFilter filter = TokenEconomyFilter.builder(economy)
                .userResolver(request -> Optional.of(AccountId.of(USER)))
                .pages(pages)
                .build();
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Files(files)), "/");
        server.start();
        sandbox.webhook(root.resolve(TokenEconomyFilter.WEBHOOK_PATTERN), sandbox.webhookSecret());
    }

    /**
     * Starts it.
     *
     * @param files what it has itself: text by path
     */
    static OtherHost open(Consumer<PageSettings> pages, Map<String, String> files) throws Exception {
        return new OtherHost(pages, files);
    }

    String at(String path) {
        return root.resolve(path).toString();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server does not stop", e);
        }
        economy.close();
        sandbox.close();
    }

    private static final class Files extends HttpServlet {

        private static final long serialVersionUID = 1;
        private static final Map<String, String> TYPES =
                Map.of("css", "text/css", "svg", "image/svg+xml", "html", "text/html");

        private final transient Map<String, String> files;

        Files(Map<String, String> files) {
            this.files = files;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getRequestURI();
            String text = files.get(path);
            if (text == null) {
                response.sendError(404);
                return;
            }
            response.setContentType(TYPES.get(path.substring(path.lastIndexOf('.') + 1)) + ";charset=UTF-8");
            response.getWriter().write(text);
        }
    }
}
