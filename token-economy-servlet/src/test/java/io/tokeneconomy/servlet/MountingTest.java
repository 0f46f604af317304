package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class MountingTest {

    @Test
    void mountedAsTheJavadocSaysAServletBehindItMayBeAsynchronous() {
        try (Shop shop = Shop.open();
                Container jetty = Container.jetty("", context -> asTheJavadocSays(context, shop.filter))) {
            Browser alice = new Browser(URI.create("http://127.0.0.1:" + jetty.port()), "alice");

            assertThat(alice.get("/host").body()).isEqualTo("later");
            assertThat(alice.get("/api/tokens/balance").text("balance")).isEqualTo("0");
        }
    }

    @Test
    void aPathThatTheContainerWillNotTellIsTheHosts() {
        try (Shop shop = Shop.options().on(Container::relaxedJetty).open()) {
            assertThat(shop.browser("alice").get("/files/a%2Fb").body()).isEqualTo("host /files/a%2Fb REQUEST");
            assertThat(shop.browser("alice").get("/api/tokens/balance").status())
                    .isEqualTo(200);
        }
    }

    private static void asTheJavadocSays(ServletContext context, TokenEconomyFilter made) {
        FilterRegistration.Dynamic signIn = context.addFilter("sign-in", HostApp.signIn());
        signIn.setAsyncSupported(true);
        signIn.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");

        FilterRegistration.Dynamic filter = context.addFilter("token-economy", made);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");

        var host = context.addServlet("host", new Later());
        host.setAsyncSupported(true);
        host.addMapping("/");
    }

    /** Answers from another thread. */
    private static final class Later extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            AsyncContext async = request.startAsync();
            async.start(() -> answer(async));
        }

        private static void answer(AsyncContext async) {
            try {
                async.getResponse().getWriter().write("later");
                async.complete();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
