package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of shop and sandbox in the middle of 1,000 purchases and spends. */
class KilledShopTest {

    private static final int CLIENTS = 8;
    private static final int OPERATIONS = 1_000;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Shopper> shoppers = IntStream.range(0, CLIENTS)
            .mapToObj(i -> new Shopper("user-" + i, OPERATIONS / CLIENTS, acknowledged))
            .toList();

    @Test
    void losesAndDoublesNothing(@TempDir Path data) throws Exception {
        Map<String, String> environment;
        try (ShopProcess shop = ShopProcess.start(Shops.alone(data))) {
            environment = onSamePorts(shop, data);
            List<Future<?>> clients = start(shop.url());
            Eventually.holds("half of it is done", () -> {
                await(clients.stream().filter(Future::isDone).toList()); // one that failed says why
                return acknowledged.get() >= OPERATIONS / 2;
            });
            shop.kill();
            await(clients);
        }
        assertThat(acknowledged.get()).isBetween(OPERATIONS / 2, OPERATIONS - 1);

        try (ShopProcess shop = ShopProcess.start(environment)) {
            shop.url();
            for (Shopper shopper : shoppers) {
                assertAcknowledgedStands(shopper, data);
            }
            await(start(shop.url()));
            assertThat(acknowledged.get()).isEqualTo(OPERATIONS);
            Eventually.holds("the sandbox's events are taken", () -> waitingEvents(shop.api()) == 0);
            assertAllStandsOnce(paidSessions(shop.api()), data);
        }
    }

    private static Map<String, String> onSamePorts(ShopProcess shop, Path data) {
        Map<String, String> same = Shops.with(
                Shops.alone(data), "PORT", Integer.toString(shop.url().getPort()));
        return Shops.with(same, "SANDBOX_PORT", Integer.toString(shop.api().getPort()));
    }

    private List<Future<?>> start(URI shop) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = shoppers.stream()
                .<Future<?>>map(shopper -> threads.submit(() -> shopper.shop(shop)))
                .toList();
        threads.shutdown();
        return running;
    }

    private static void await(List<Future<?>> clients) throws Exception {
        for (Future<?> client : clients) {
            client.get();
        }
    }

    private static void assertAcknowledgedStands(Shopper shopper, Path data) throws IOException {
        for (String key : shopper.spends()) {
            assertThat(shopper.buyer().generate(key).body()).contains("\"replayed\":true");
        }
        try (Books books = Books.in(data)) {
            List<LedgerEntry> entries = books.entries(AccountId.of(shopper.user()));
            assertThat(sessions(entries)).containsAll(shopper.purchases());
        }
    }

    private void assertAllStandsOnce(Set<String> paid, Path data) {
        Set<String> credited = new HashSet<>();
        try (Books books = Books.in(data)) {
            assertThat(books.accounts()).hasSize(CLIENTS);
            books.assertAllIntact();
            for (Shopper shopper : shoppers) {
                AccountId account = AccountId.of(shopper.user());
                List<LedgerEntry> entries = books.entries(account);
                List<String> sessions = sessions(entries);
                long spends = entries.stream()
                        .filter(entry -> entry.type() == EntryType.SPEND)
                        .count();
                assertThat(sessions).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(shopper.purchases());
                assertThat(spends).isEqualTo(shopper.spends().size());
                assertThat(books.balance(account)).isEqualTo(110L * sessions.size() - GenerateServlet.PRICE * spends);
                credited.addAll(sessions);
            }
        }
        assertThat(credited).isEqualTo(paid);
    }

    private static List<String> sessions(List<LedgerEntry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.purchase()))
                .map(purchase -> Objects.requireNonNull(purchase).sessionId())
                .toList();
    }

    private static Set<String> paidSessions(URI api) throws IOException {
        return list(api, "/v1/checkout/sessions?status=complete").stream()
                .map(session -> session.get("id").getAsString())
                .collect(Collectors.toSet());
    }

    private static long waitingEvents(URI api) throws IOException {
        return list(api, "/v1/events?delivery_success=false").size();
    }

    private static List<JsonObject> list(URI api, String query) throws IOException {
        List<JsonObject> all = new ArrayList<>();
        String after = "";
        JsonObject page;
        do {
            page = Buyer.json(Http.send(Http.request(api.resolve(query + "&limit=100" + after))
                    .header("Authorization", "Bearer " + StripeSandbox.API_KEY)));
            all.addAll(Buyer.objects(page.get("data")));
            after = all.isEmpty()
                    ? ""
                    : "&starting_after=" + all.get(all.size() - 1).get("id").getAsString();
        } while (page.get("has_more").getAsBoolean());
        return all;
    }
}
