package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static final String CHECKOUT = "/api/tokens/create-checkout-session";
    private static final String WEBHOOK = "/api/stripe/webhook";
    private static final int CAP = 2048;

    private Shop shop;

    static Stream<Container.Kind> containers() {
        return Stream.of(Container::jetty, Container::tomcat);
    }

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"package\"",
                "{",
                "{}x",
                "{\"package\":\"popular\"} {}",
                "{\"package\":\"popular\"",
                "{package:\"popular\"}",
                "{'package':'popular'}",
                "{\"package\"=\"popular\"}",
                "{\"package\":\"popular\",}",
                "{\"package\":\"popular\"}//",
                "{\"package\":null}",
                "{\"package\":7}",
                "{\"package\":true}",
                "{\"package\":{\"id\":\"popular\"}}",
                "{\"package\":[\"popular\"]}",
                "{}",
                "{\"package\":\"popular\",\"package\":\"pro\"}",
                "{\"package\":\"popular\",\"tokens\":1000000}",
                "{\"Package\":\"popular\"}",
                "{\"package\":\"pop\tular\"}",
                "\uFEFF{\"package\":\"popular\"}"
            })
    void whatIsNotExactlyTheDocumentedObjectIsRefused(String body) {
        Answer answer = shop.signedIn("alice").post(CHECKOUT, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_request");
    }

    @Test
    void theUnknownFieldIsNamed() {
        Answer answer = shop.signedIn("alice").post(CHECKOUT, "{\"package\":\"popular\",\"price\":1}");

        assertThat(answer.text("detail")).contains("\"price\" is unknown");
    }

    @Test
    void deepNestingIsRefusedEarly() {
        Answer answer = shop.signedIn("alice").post(CHECKOUT, "{\"package\":" + "[".repeat(5000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).isEqualTo("The field \"package\" must be a string.");
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] body = "{\"package\":\"x\"}".getBytes(StandardCharsets.US_ASCII);
        body[12] = (byte) 0xC3;

        Answer answer = shop.signedIn("alice").postChunked(CHECKOUT, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("UTF-8");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void theCapsEdgeIsExactWithAndWithoutContentLength(Container.Kind kind) {
        try (Shop capped = Shop.options()
                .on(kind)
                .filter(f -> f.maxJsonBytes(CAP).maxWebhookBytes(CAP))
                .open()) {
            Browser alice = capped.signedIn("alice");
            String fits = padded(CAP);
            String over = padded(CAP + 1);

            assertThat(alice.post(CHECKOUT, fits).status()).isEqualTo(200);
            assertThat(alice.postChunked(CHECKOUT, bytes(fits)).status()).isEqualTo(200);
            assertTooLarge(alice.post(CHECKOUT, over));
            assertTooLarge(alice.postChunked(CHECKOUT, bytes(over)));

            assertThat(capped.provider().post(WEBHOOK, fits).status()).isEqualTo(200);
            assertThat(capped.provider().postChunked(WEBHOOK, bytes(fits)).status())
                    .isEqualTo(200);
            assertTooLarge(capped.provider().post(WEBHOOK, over));
            assertTooLarge(capped.provider().postChunked(WEBHOOK, bytes(over)));
        }
    }

    @Test
    void theDefaultsAreOneMebibyteAndSixteenKibibytes() {
        Browser alice = shop.signedIn("alice");

        assertThat(alice.post(CHECKOUT, padded(16 * 1024)).status()).isEqualTo(200);
        assertTooLarge(alice.post(CHECKOUT, padded(16 * 1024 + 1)));
        assertThat(shop.provider().post(WEBHOOK, padded(1024 * 1024)).status()).isEqualTo(200);
        // without Content-Length all of it is read, so that the client is not cut off while it still writes
        assertTooLarge(shop.provider().postChunked(WEBHOOK, bytes(padded(1024 * 1024 + 1))));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aBodyThatIsAnnouncedTooLargeIsRefusedUnread(Container.Kind kind) {
        try (Shop busy = Shop.options().on(kind).open()) {
            String answer = Raw.statusLine(
                    busy.root,
                    "POST " + WEBHOOK + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1048577\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void whoLeavesInTheMiddleLeavesNoStackTrace(Container.Kind kind) {
        try (Logs logs = new Logs()) {
            try (Shop busy = Shop.options().on(kind).open()) {
                Raw.hangUp(busy.root, "POST " + WEBHOOK + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
                assertThat(busy.browser("alice").get("/api/tokens/balance").status())
                        .isEqualTo(200);
            }
            // Jetty may log a trace of its own, with our frames in it
            assertThat(logs.text()).doesNotContain(" ERROR io.tokeneconomy").doesNotContain(" WARN io.tokeneconomy");
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aChunkThatIsNoneIsTheClientsFault(Container.Kind kind) {
        try (Shop busy = Shop.options().on(kind).open()) {
            String answer = Raw.statusLine(
                    busy.root,
                    "POST " + WEBHOOK + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\nzz\r\nbroken\r\n0\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 400");
        }
    }

    private static void assertTooLarge(Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("payload_too_large");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String padded(int length) {
        String json = "{\"package\":\"popular\"}";
        return json + " ".repeat(length - json.length());
    }
}
