package io.tokeneconomy.payment.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class StripeSandboxExtensionTest {

    private static void connect(URI address) throws IOException {
        new Socket(address.getHost(), address.getPort()).close();
    }

    @Nested
    @ExtendWith(StripeSandboxExtension.class)
    class WithDefaults {

        private static final List<URI> STARTED = new ArrayList<>();

        private StripeSandbox before;

        @BeforeEach
        void keep(StripeSandbox sandbox) {
            before = sandbox;
        }

        @RepeatedTest(2)
        void eachTestHasOneSandboxOfItsOwnThatRuns(StripeSandbox sandbox) throws IOException {
            assertThat(sandbox).isSameAs(before);
            assertThat(STARTED).doesNotContain(sandbox.apiBase());
            STARTED.add(sandbox.apiBase());
            connect(sandbox.apiBase());
            for (URI earlier : STARTED.subList(0, STARTED.size() - 1)) {
                assertThatThrownBy(() -> connect(earlier)).isInstanceOf(IOException.class);
            }
        }

        @AfterAll
        static void nothingIsLeft() {
            assertThat(STARTED).hasSize(2);
            for (URI earlier : STARTED) {
                assertThatThrownBy(() -> connect(earlier)).isInstanceOf(IOException.class);
            }
        }
    }

    @Nested
    class SetUpOtherwise {

        @RegisterExtension
        final StripeSandboxExtension stripe = StripeSandboxExtension.with(
                builder -> builder.webhook(URI.create("http://127.0.0.1:9/hook"), "whsec_mine"));

        @Test
        void theBuilderIsTheTests(StripeSandbox sandbox) {
            assertThat(sandbox.webhookSecret()).isEqualTo("whsec_mine");
        }
    }
}
