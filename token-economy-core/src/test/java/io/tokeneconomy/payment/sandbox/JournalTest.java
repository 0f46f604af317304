package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String GOOD = "4242424242424242";

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void name() {
        journal = folder.resolve("data").resolve("sandbox.journal");
    }

    private StripeSandboxBuilder kept() {
        return StripeSandbox.builder().journal(journal).retryDelays(List.of(Duration.ofMillis(20)));
    }

    @Test
    void everythingAnsweredIsThereAfterARestart() throws Exception {
        String paid;
        String open;
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("k").build();
        try (StripeSandbox sandbox = kept().start()) {
            Shop shop = new Shop(sandbox);
            shop.price("popular");
            paid = shop.open().getId();
            sandbox.pay(paid, GOOD);
            open = shop.stripe()
                    .v1()
                    .checkout()
                    .sessions()
                    .create(Shop.request().build(), key)
                    .getId();
        }
        try (StripeSandbox sandbox = kept().start()) {
            Shop shop = new Shop(sandbox);
            assertThat(shop.read(paid).getPaymentStatus()).isEqualTo("paid");
            assertThat(shop.read(open).getStatus()).isEqualTo("open");
            assertThat(shop.stripe().v1().prices().list().getData())
                    .extracting("lookupKey")
                    .contains("popular");
            assertThat(shop.stripe()
                            .v1()
                            .checkout()
                            .sessions()
                            .create(Shop.request().build(), key)
                            .getId())
                    .isEqualTo(open);
            assertThat(shop.stripe().v1().checkout().sessions().list().getData())
                    .extracting("id")
                    .containsExactly(open, paid);
        }
    }

    @Test
    void anUndeliveredEventIsSentAfterARestartAndADeliveredOneIsNot() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver(200, 500)) {
            try (StripeSandbox sandbox = kept().retryDelays(List.of(Duration.ofHours(1)))
                    .webhook(receiver.uri(), WebhookReceiver.SECRET)
                    .start()) {
                sandbox.pay(new Shop(sandbox).open().getId(), GOOD);
                sandbox.pay(new Shop(sandbox).open().getId(), GOOD);
            }
            try (StripeSandbox sandbox =
                    kept().webhook(receiver.uri(), WebhookReceiver.SECRET).start()) {
                Eventually.until(
                        "all delivered", () -> sandbox.events().stream().allMatch(EmittedEvent::delivered));
                assertThat(receiver.events()).hasSize(3);
                assertThat(receiver.events().get(2).getId())
                        .isEqualTo(receiver.events().get(1).getId());
            }
        }
    }

    @Test
    void aPayLaterPaymentSettlesAfterARestart() throws Exception {
        String id;
        SettableTime time = new SettableTime();
        try (StripeSandbox sandbox =
                kept().time(time).asyncDelay(Duration.ofHours(1)).start()) {
            id = new Shop(sandbox).open().getId();
            sandbox.pay(id, "pay_later");
        }
        time.advance(Duration.ofHours(1));
        try (StripeSandbox sandbox = kept().time(time).start()) {
            Eventually.until("settled", () -> sandbox.events().size() == 2);
            assertThat(new Shop(sandbox).read(id).getPaymentStatus()).isEqualTo("paid");
        }
    }

    @Test
    void aTornLastLineIsLeftOutWhereverItWasCut() throws Exception {
        String first;
        try (StripeSandbox sandbox = kept().start()) {
            first = new Shop(sandbox).open().getId();
        }
        byte[] whole = Files.readAllBytes(journal);
        String second;
        try (StripeSandbox sandbox = kept().start()) {
            second = new Shop(sandbox).open().getId();
        }
        byte[] longer = Files.readAllBytes(journal);
        for (int cut = whole.length; cut < longer.length; cut += 397) {
            Files.write(journal, Arrays.copyOf(longer, cut));
            try (StripeSandbox sandbox = kept().start()) {
                Shop shop = new Shop(sandbox);
                assertThat(shop.stripe().v1().checkout().sessions().list().getData())
                        .extracting("id")
                        .contains(first)
                        .doesNotContain(second);
            }
        }
    }

    @Test
    void damageInTheMiddleIsRefusedAndTheFileLeftAlone() throws Exception {
        try (StripeSandbox sandbox = kept().start()) {
            new Shop(sandbox).open();
        }
        Files.writeString(journal, "garbage\n[]\n", StandardOpenOption.APPEND);
        String before = Files.readString(journal);
        assertThatThrownBy(() -> kept().start())
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("damaged");
        assertThat(Files.readString(journal)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoJournalIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(journal.getParent());
        Files.writeString(journal, "precious\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> kept().start()).isInstanceOf(SandboxException.class);
        assertThat(Files.readString(journal)).isEqualTo("precious\n");
    }

    @Test
    void twoSandboxesCannotShareAJournal() {
        try (StripeSandbox sandbox = kept().start()) {
            assertThatThrownBy(() -> kept().start())
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("in use");
            assertThat(sandbox.events()).isEmpty();
        }
        kept().start().close();
    }

    @Test
    void theFileIsRewrittenWithoutItsPast() throws Exception {
        try (StripeSandbox sandbox = kept().start()) {
            String id = new Shop(sandbox).open().getId();
            sandbox.pay(id, GOOD);
            for (int i = 0; i < 100; i++) {
                new RawHttp(sandbox).send("POST", "/v1/checkout/sessions/" + id, "metadata[n]=" + i);
            }
        }
        long grown = Files.size(journal);
        kept().start().close();
        assertThat(Files.size(journal)).isLessThan(grown / 5);
    }
}
