package io.tokeneconomy.referee;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The platform's HTTP servers, with a witness to their requests. Put in place by the build for the whole test process, so
 * that no test has to remember it.
 */
public final class WitnessedServers extends HttpServerProvider {

    private final HttpServerProvider platform = platform();

    @Override
    public HttpServer createHttpServer(InetSocketAddress address, int backlog) throws IOException {
        return new WitnessedServer(platform.createHttpServer(address, backlog), Witness.OF_THE_SUITE);
    }

    @Override
    public HttpsServer createHttpsServer(InetSocketAddress address, int backlog) throws IOException {
        return platform.createHttpsServer(address, backlog);
    }

    private static HttpServerProvider platform() {
        try {
            return Class.forName("sun.net.httpserver.DefaultHttpServerProvider")
                    .asSubclass(HttpServerProvider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the platform's own servers are elsewhere", e);
        }
    }
}
