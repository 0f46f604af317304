package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOnlyTest {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String KEY = "Authorization: Bearer " + StripeSandbox.API_KEY + "\r\n";

    private StripeSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** Word for word, as no HTTP client lets its user choose the host. */
    private String answer(String requestLine, String headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByAddress(LOOPBACK), sandbox.apiBase().getPort())) {
            String head = requestLine + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int status(String requestLine, String headers) throws IOException {
        return Integer.parseInt(answer(requestLine, headers).substring(9, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:1", "localhost:12111", "LocalHost", "[::1]:65535", "[::1]"})
    void itAnswersUnderTheNamesOfThisMachineOnAnyPort(String host) throws IOException {
        assertThat(status("GET /v1/customers", "Host: " + host + "\r\n" + KEY)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: evil.example:12111\r\n",
                "Host: 127.0.0.1.evil.example\r\n",
                "Host: localhost.evil.example\r\n",
                "Host: 127.0.0.1@evil.example\r\n",
                "Host: 127x0.0.1\r\n",
                "Host: localhost\r\nHost: evil.example\r\n",
                "Host:\r\n",
                ""
            })
    void aPageWhoseNameWasBoundToThisMachineLearnsNothing(String hosts) throws Exception {
        assertThat(answer("GET /v1/customers", hosts + KEY))
                .startsWith("HTTP/1.1 403 ")
                .contains("127.0.0.1, localhost")
                .doesNotContain("/v1/customers");
        String page = HostedPage.PATH + new Shop(sandbox).open().getId();
        assertThat(answer("GET " + page, hosts)).startsWith("HTTP/1.1 403 ").doesNotContain("110 tokens");
        assertThat(status("POST " + page + "/pay", hosts)).isEqualTo(403);
    }

    private int payment(String headers) throws Exception {
        String id = new Shop(sandbox).open().getId();
        String form = "Host: localhost:8\r\nContent-Type: application/x-www-form-urlencoded\r\n" + headers;
        int status = status("POST " + HostedPage.PATH + id + "/pay", form);
        assertThat(new Shop(sandbox).read(id).getStatus()).isEqualTo("open");
        return status;
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, http://evil.example",
        "Origin, http://localhost:9",
        "Origin, https://localhost:8",
        "Origin, null"
    })
    void aPageOfAnotherOriginCannotPay(String header, String value) throws Exception {
        assertThat(payment(header + ": " + value + "\r\n")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://localhost:8\r\n",
                "Sec-Fetch-Site: same-origin\r\nOrigin: http://localhost:8\r\n",
                "Sec-Fetch-Site: same-origin\r\nOrigin: null\r\n",
                "Sec-Fetch-Site: none\r\n"
            })
    void thePageItselfAndWhoeverIsNoBrowserComeAsFarAsTheCard(String headers) throws Exception {
        assertThat(payment(headers)).isEqualTo(402);
    }

    @Test
    void thePageDoesNotHideItsOwnOriginFromItself() throws Exception {
        String page = HostedPage.PATH + new Shop(sandbox).open().getId();
        assertThat(answer("GET " + page, "Host: localhost\r\n")).containsIgnoringCase("Referrer-Policy: same-origin");
    }
}
