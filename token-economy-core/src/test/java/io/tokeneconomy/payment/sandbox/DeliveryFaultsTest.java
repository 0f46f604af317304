package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.sandbox.WebhookReceiver.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        receiver = new WebhookReceiver();
        sandbox = sending();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    private StripeSandbox sending() {
        return StripeSandbox.builder()
                .webhook(receiver.uri(), WebhookReceiver.SECRET)
                .start();
    }

    private static List<String> expire(StripeSandbox sandbox, int sessions) throws StripeException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            ids.add(new Shop(sandbox).open().getId());
            sandbox.expire(ids.get(i));
        }
        assertThat(sandbox.webhooks().await(LONG)).isTrue();
        return ids;
    }

    /** The sessions that were told of, by their place in the list of all, in the order in which they came. */
    private List<Integer> arrivals(List<String> sessions) {
        return receiver.events().stream()
                .map(event ->
                        ((Session) event.getDataObjectDeserializer().getObject().orElseThrow()).getId())
                .map(sessions::indexOf)
                .toList();
    }

    @Test
    void aDuplicateIsTheSameEventAgain() throws StripeException {
        sandbox.webhooks().faults(DeliveryFaults.seeded(1).duplicate(100));
        List<String> sessions = expire(sandbox, 3);

        assertThat(arrivals(sessions)).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(receiver.events().stream().map(Event::getId).distinct()).hasSize(3);
    }

    @Test
    void aDroppedEventNeverComesUntilItIsSentAgain() throws Exception {
        sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        expire(sandbox, 2);

        assertThat(receiver.received()).isEmpty();
        assertThat(sandbox.events()).noneMatch(EmittedEvent::delivered);
        sandbox.webhooks().faults(DeliveryFaults.NONE);
        String event = sandbox.events().get(0).id();
        assertThat(sandbox.redeliver(event).delivered()).isTrue();
        assertThat(sandbox.events().get(0).delivered()).isTrue();
    }

    @Test
    void aHeldEventComesAfterTheNext() throws StripeException {
        DeliveryFaults faults = LongStream.range(0, 1_000)
                .mapToObj(seed -> DeliveryFaults.seeded(seed).reorder(50))
                .filter(each -> each.fate(1).isHeld() && !each.fate(2).isHeld())
                .findFirst()
                .orElseThrow();
        sandbox.webhooks().faults(faults);
        assertThat(arrivals(expire(sandbox, 2))).containsExactly(1, 0);
    }

    @Test
    void aHeldEventComesEvenWhenNoOtherFollows() throws StripeException {
        sandbox.webhooks().faults(DeliveryFaults.seeded(1).reorder(100));
        assertThat(arrivals(expire(sandbox, 1))).containsExactly(0);
    }

    @Test
    void aDelayedEventComesLaterAndNobodyWaitsForItAtThePage() throws StripeException {
        sandbox.webhooks().faults(DeliveryFaults.seeded(3).delay(100, Duration.ofMillis(30)));
        String id = new Shop(sandbox).open().getId();
        assertThat(sandbox.pay(id, "4242424242424242")).isInstanceOf(PayResult.Completed.class);
        assertThat(sandbox.webhooks().await(LONG)).isTrue();
        assertThat(receiver.types()).containsExactly("checkout.session.completed");
    }

    @Test
    void theSameSeedMeetsTheSameEventsInTheSameOrder() throws StripeException {
        DeliveryFaults faults =
                DeliveryFaults.seeded(42).duplicate(30).reorder(30).drop(20);
        sandbox.webhooks().faults(faults);
        List<Integer> first = arrivals(expire(sandbox, 40));
        try (StripeSandbox again = sending()) {
            again.webhooks().faults(faults);
            List<String> sessions = expire(again, 40);
            List<Integer> both = arrivals(sessions);
            List<Integer> second = both.subList(first.size(), both.size());

            assertThat(second).isEqualTo(first);
        }
        assertThat(first).isNotEqualTo(first.stream().sorted().toList());
        assertThat(first.stream().distinct().count()).isBetween(20L, 39L);
        assertThat(first.size()).isGreaterThan((int) first.stream().distinct().count());
    }

    @Test
    void theChancesAreAboutAsSaidAndDoNotDisturbEachOther() {
        DeliveryFaults faults = DeliveryFaults.seeded(7).drop(25).duplicate(10);
        List<DeliveryFaults.Fate> fates =
                LongStream.range(0, 10_000).mapToObj(faults::fate).toList();
        assertThat(fates.stream().filter(DeliveryFaults.Fate::isDropped).count())
                .isBetween(2_300L, 2_700L);
        assertThat(fates.stream().filter(DeliveryFaults.Fate::isSentTwice).count())
                .isBetween(850L, 1_150L);
        assertThat(fates).noneMatch(DeliveryFaults.Fate::isHeld);
        DeliveryFaults more = faults.reorder(50);
        assertThat(LongStream.range(0, 10_000)
                        .filter(number -> more.fate(number).isDropped()
                                != fates.get((int) number).isDropped())
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void aChanceIsZeroToAHundredPercent(int percent) {
        DeliveryFaults faults = DeliveryFaults.seeded(1);
        assertThatThrownBy(() -> faults.drop(percent)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> faults.duplicate(percent)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> faults.reorder(percent)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> faults.delay(percent, Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> faults.delay(1, DeliveryFaults.LONGEST_DELAY.plusMillis(1)))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dahlia", "2026-10-28.", "2026-10-28.Endive", "1999-01-01"})
    void aVersionIsADateWithOrWithoutAName(String version) {
        assertThatThrownBy(() -> DeliveryFaults.NONE.apiVersion(version)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void eventsOfAnotherVersionCannotBeReadByTheLibraryOfThisOne() throws StripeException {
        sandbox.webhooks().faults(DeliveryFaults.NONE.apiVersion("2026-10-28.endive"));
        expire(sandbox, 1);

        Event event = receiver.events().get(0);
        assertThat(event.getApiVersion()).isEqualTo("2026-10-28.endive");
        assertThat(event.getDataObjectDeserializer().getObject()).isEmpty();
        assertThat(event.getDataObjectDeserializer().getRawJson()).contains("\"status\":\"expired\"");
    }

    @Test
    void aSecondEndpointHearsOfEverythingAsOtherEventsWithItsOwnSecretAndVersion() throws Exception {
        String secret = "whsec_the_other_one";
        try (WebhookReceiver other = new WebhookReceiver()) {
            sandbox.webhooks().second(other.uri(), secret, "2020-08-27");
            MoneyBack paid = new MoneyBack(sandbox, "4242424242424242");
            sandbox.refunds().make(paid.session());
            assertThat(sandbox.webhooks().await(LONG)).isTrue();

            List<Event> there = new ArrayList<>();
            for (Received received : other.received()) {
                there.add(Webhook.constructEvent(received.body(), received.signature(), secret));
            }
            assertThat(receiver.types()).hasSize(3);
            assertThat(there).extracting(Event::getType).containsExactlyInAnyOrderElementsOf(receiver.types());
            assertThat(there).extracting(Event::getApiVersion).containsOnly("2020-08-27");
            assertThat(there)
                    .extracting(Event::getId)
                    .doesNotContainAnyElementsOf(
                            receiver.events().stream().map(Event::getId).toList());
            assertThat(sandbox.events()).hasSize(6).allMatch(EmittedEvent::delivered);
        }
    }
}
