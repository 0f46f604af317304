package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real events of other people's businesses, of all API versions, sent to our webhook. */
class RecordedEventsTest {

    @Test
    void noneBreaksTheShopOrIsCredited(@TempDir Path data) throws Exception {
        List<Path> events = eventsOf(StripeMaterial.folder());
        try (ShopProcess shop = ShopProcess.start(Shops.alone(data));
                Books books = Books.in(data)) {
            URI webhook = Shops.webhook(shop.url());
            SoftAssertions answers = new SoftAssertions();
            for (Path event : events) {
                deliver(webhook, event, answers);
            }
            answers.assertAll();
            assertThat(books.accounts()).isEmpty();
            assertThat(shop.log()).doesNotContain("\tat ", "Exception");
        }
    }

    private static void deliver(URI webhook, Path event, SoftAssertions answers) throws IOException {
        String payload = Files.readString(event);
        HttpResponse<String> signed = Signed.post(webhook, payload, Shops.SECRET);
        HttpResponse<String> forged = Signed.post(webhook, payload, "whsec_wrong");

        String name = event.getFileName().toString();
        answers.assertThat(signed.statusCode()).as(name + ": " + signed.body()).isLessThan(500);
        answers.assertThat(signed.body()).as(name).doesNotContain("CREDITED", "ALREADY_DONE");
        answers.assertThat(forged.statusCode()).as(name + ", wrong secret").isEqualTo(400);
    }

    private static List<Path> eventsOf(Path material) throws IOException {
        try (Stream<Path> files = Files.list(material.resolve("events"))) {
            List<Path> events = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(events).hasSizeGreaterThan(30);
            return events;
        }
    }
}
