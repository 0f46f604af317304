package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.payment.sandbox.EmittedEvent;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One payment, told many times at once, to two processes on one database file. */
class ManyDeliveriesTest {

    private static final int DELIVERIES = 50;
    private static final int VISITS = 20;

    @Test
    void creditsOnce(@TempDir Path data) throws Exception {
        try (StripeSandbox sandbox = StripeSandbox.builder().start()) {
            Map<String, String> environment = Shops.beside(sandbox, data);
            try (ShopProcess one = ShopProcess.start(environment);
                    ShopProcess two = ShopProcess.start(environment)) {
                Buyer alice = Buyer.signIn(one.url(), "alice");
                Buyer.Checkout checkout = alice.buy("popular"); // no webhook is set: nobody was told yet
                List<Buyer> both = List.of(alice, alice.at(two.url()));

                List<String> answers = allAtOnce(calls(both, event(sandbox), checkout.id()));

                assertThat(answers)
                        .hasSize(DELIVERIES + 2 * VISITS)
                        .allSatisfy(answer -> assertThat(answer).startsWith("200 "))
                        .filteredOn(answer -> answer.contains("\"CREDITED\""))
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(alice.balance()).isEqualTo(110);
                assertThat(both.get(1).balance()).isEqualTo(110);
                assertBookedOnce(data, checkout);
            }
        }
    }

    private static void assertBookedOnce(Path data, Buyer.Checkout checkout) {
        try (Books books = Books.in(data)) {
            assertThat(books.entries(AccountId.of("alice"))).singleElement().satisfies(entry -> {
                assertThat(entry.type()).isEqualTo(EntryType.PURCHASE);
                assertThat(entry.amount()).isEqualTo(110);
                assertThat(sessionOf(entry)).isEqualTo(checkout.id());
            });
            books.assertAllIntact();
        }
    }

    private static String sessionOf(LedgerEntry entry) {
        return entry.purchase() == null ? "none" : entry.purchase().sessionId();
    }

    /** {@return the one event, as the sandbox would send it} */
    private static String event(StripeSandbox sandbox) throws IOException {
        assertThat(sandbox.events()).extracting(EmittedEvent::type).containsExactly("checkout.session.completed");
        URI event = sandbox.apiBase()
                .resolve("/v1/events/" + sandbox.events().get(0).id());
        HttpResponse<String> answer =
                Http.send(Http.request(event).header("Authorization", "Bearer " + StripeSandbox.API_KEY));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<Callable<HttpResponse<String>>> calls(List<Buyer> shops, String event, String session) {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < DELIVERIES; i++) {
            Buyer shop = shops.get(i % 2);
            calls.add(() -> Signed.post(Shops.webhook(shop.shop()), event, Shops.SECRET));
        }
        for (int i = 0; i < VISITS; i++) {
            Buyer shop = shops.get(i % 2);
            calls.add(() -> shop.get("/tokens/success?session_id=" + session));
            calls.add(() -> shop.post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + session + "\"}"));
        }
        return calls;
    }

    private static List<String> allAtOnce(List<Callable<HttpResponse<String>>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (Callable<HttpResponse<String>> call : calls) {
                answers.add(threads.submit(() -> {
                    start.await();
                    HttpResponse<String> answer = call.call();
                    return answer.statusCode() + " " + answer.body();
                }));
            }
            start.countDown();
            List<String> texts = new ArrayList<>();
            for (Future<String> answer : answers) {
                texts.add(answer.get());
            }
            return texts;
        } finally {
            threads.shutdownNow();
        }
    }
}
