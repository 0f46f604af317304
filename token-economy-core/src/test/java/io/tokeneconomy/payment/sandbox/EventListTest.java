package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventListTest {

    private static final String GOOD = "4242424242424242";

    private static StripeCollection<Event> list(StripeSandbox sandbox, EventListParams.Builder params)
            throws StripeException {
        return new Shop(sandbox).stripe().v1().events().list(params.build());
    }

    private static List<String> types(StripeSandbox sandbox, EventListParams.Builder params) throws StripeException {
        return list(sandbox, params).getData().stream().map(Event::getType).toList();
    }

    @Test
    void eventsAreFoundByTypesAndTime() throws StripeException {
        SettableTime time = new SettableTime();
        try (StripeSandbox sandbox = StripeSandbox.builder().time(time).start()) {
            MoneyBack paid = new MoneyBack(sandbox, GOOD);
            time.advance(Duration.ofSeconds(10));
            sandbox.refunds().make(paid.session());
            long now = time.instant().getEpochSecond();

            assertThat(types(sandbox, EventListParams.builder()))
                    .containsExactly("charge.refunded", "refund.created", "checkout.session.completed");
            assertThat(types(
                            sandbox,
                            EventListParams.builder().addType("refund.created").addType("checkout.session.completed")))
                    .containsExactly("refund.created", "checkout.session.completed");
            assertThat(types(
                            sandbox,
                            EventListParams.builder()
                                    .setCreated(EventListParams.Created.builder()
                                            .setLt(now)
                                            .build())))
                    .containsExactly("checkout.session.completed");
            assertThat(types(
                            sandbox,
                            EventListParams.builder()
                                    .setCreated(EventListParams.Created.builder()
                                            .setGte(now)
                                            .build())))
                    .containsExactly("charge.refunded", "refund.created");
        }
    }

    @Test
    void whatWasNotDeliveredIsFoundPageByPage() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                StripeSandbox sandbox = StripeSandbox.builder()
                        .webhook(receiver.uri(), WebhookReceiver.SECRET)
                        .start()) {
            sandbox.expire(new Shop(sandbox).open().getId());
            assertThat(sandbox.webhooks().await(Duration.ofSeconds(10))).isTrue();
            sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
            for (int i = 0; i < 12; i++) {
                sandbox.expire(new Shop(sandbox).open().getId());
            }

            EventListParams.Builder undelivered = EventListParams.builder().setDeliverySuccess(false);
            StripeCollection<Event> first = list(sandbox, undelivered);
            assertThat(first.getData()).hasSize(10);
            assertThat(first.getHasMore()).isTrue();
            StripeCollection<Event> rest = list(
                    sandbox, undelivered.setStartingAfter(first.getData().get(9).getId()));
            assertThat(rest.getHasMore()).isFalse();
            List<Event> all = new ArrayList<>(first.getData());
            all.addAll(rest.getData());
            assertThat(all).extracting("id").hasSize(12).doesNotHaveDuplicates();
            assertThat(list(sandbox, EventListParams.builder().setDeliverySuccess(true))
                            .getData())
                    .hasSize(1);

            assertThat(sandbox.redeliver(all.get(0).getId()).delivered()).isTrue();
            assertThat(receiver.received()).hasSize(2);
        }
    }
}
