package io.tokeneconomy.topup.engine;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.PurchaseMetadata;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.topup.TopUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's attempt, from its beginning to its end. The provider is asked outside of every transaction:
 *
 * <ol>
 *   <li>Begun in the store, or found there, begun by somebody else.
 *   <li>Whoever began it charges the card, at once or never. Everybody else only looks up what came of it.
 *   <li>What the provider tells ends it. While somebody else may be charging, only money or a failure that was told does:
 *       a payment that is being made looks like one that was refused.
 *   <li>Where it tells of no payment long after nobody can be charging any more, it is given up.
 * </ol>
 */
final class TopUpAttempts {

    /** After that nobody begins to charge any more. */
    static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** After that nobody is charging any more: calls to the provider have time-outs. */
    static final Duration LONG_AFTER = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(TopUps.class);

    private final TopUpBook book;
    private final PaymentGateway gateway;
    private final SavedCardPayments cards;
    private final Fulfilment fulfilment;
    private final Announcer announcer;
    private final InstantSource time;

    TopUpAttempts(
            TopUpBook book,
            PaymentGateway gateway,
            SavedCardPayments cards,
            Fulfilment fulfilment,
            Announcer announcer,
            InstantSource time) {
        this.book = book;
        this.gateway = gateway;
        this.cards = cards;
        this.fulfilment = fulfilment;
        this.announcer = announcer;
        this.time = time;
    }

    /**
     * Does what is due in one account.
     *
     * @throws PaymentException when the provider could not be reached: the outcome is looked up later
     */
    void look(CustomerKey key) {
        Customer customer = book.customer(key).orElse(null);
        TopUp topUp = customer == null ? null : customer.topUp();
        if (customer == null || topUp == null) {
            return;
        }
        if (topUp.progress().inFlight() == null) {
            begin(key);
        } else {
            resume(key, customer, topUp);
        }
    }

    /**
     * Looks up what came of an attempt that is under way, if one is, and begins none.
     *
     * @throws PaymentException when the provider could not be reached: the outcome is looked up later
     */
    void catchUp(CustomerKey key) {
        Customer customer = book.customer(key).orElse(null);
        TopUp topUp = customer == null ? null : customer.topUp();
        if (customer != null && topUp != null && topUp.progress().inFlight() != null) {
            resume(key, customer, topUp);
        }
    }

    private void begin(CustomerKey key) {
        Instant now = time.instant();
        TopUpBook.Begun begun = book.begin(key, now);
        TopUp topUp = begun.topUp();
        Order order = begun.order();
        if (topUp != null && begun.stopped()) {
            tell(key, topUp);
        }
        if (topUp == null || order == null || time.instant().isAfter(now.plus(AT_ONCE))) {
            return;
        }
        LOG.info("🔁 Topping up user {}: {} tokens", key.account(), order.item().tokens());
        ChargeRequest request = request(order, begun.customerId(), topUp);
        charge(key, request);
    }

    private void charge(CustomerKey key, ChargeRequest request) {
        CardCharge charge;
        try {
            charge = cards.charge(request);
        } catch (PaymentException e) {
            if (e.retryable()) {
                throw e;
            }
            LOG.error("❌ Cannot charge saved cards", e);
            Money price = request.order().item().price();
            String why = e.reason().name();
            fail(key, request.order(), topUp -> topUp.failed(price, why, time.instant()));
            return;
        }
        settle(key, request.order(), charge);
    }

    private ChargeRequest request(Order order, String customerId, TopUp topUp) {
        return new ChargeRequest(order, customerId, topUp.cardId(), PurchaseMetadata.of(order, gateway.application()));
    }

    private void resume(CustomerKey key, Customer customer, TopUp topUp) {
        Order order =
                book.order(Objects.requireNonNull(topUp.progress().inFlight())).orElseThrow();
        if (order.state() == OrderState.PAID || order.state() == OrderState.PARKED) {
            book.end(key, order, true, time.instant(), TopUp::paid);
            return;
        }
        Optional<CardCharge> charge = cards.charged(request(order, customer.id(), topUp), order.createdAt());
        boolean longAfter = time.instant().isAfter(order.createdAt().plus(LONG_AFTER));
        if (charge.isPresent()) {
            boolean paid = charge.get().outcome() == CardCharge.Outcome.PAID;
            if (paid || longAfter || order.state() != OrderState.PENDING) {
                settle(key, order, charge.get());
            }
        } else if (longAfter) {
            LOG.warn("Order {} was never charged: given up", order.id());
            book.end(key, order, false, time.instant(), TopUp::abandoned);
        }
    }

    private void settle(CustomerKey key, Order order, CardCharge charge) {
        Money price = order.item().price();
        String why = charge.detail();
        switch (charge.outcome()) {
            case PAID -> paid(key, order, charge.paymentId());
            case PENDING -> LOG.info("Order {} is charged, and its money is on its way", order.id());
            case DECLINED -> fail(key, order, topUp -> topUp.declined(price, why, time.instant()));
            case AUTHENTICATION_REQUIRED ->
                fail(key, order, topUp -> topUp.failedForGood(price, why, TopUpOff.AUTHENTICATION_REQUIRED));
            case CARD_GONE -> fail(key, order, topUp -> topUp.failedForGood(price, why, TopUpOff.CARD_GONE));
        }
    }

    /** Credited first: were it ended before, a process that dies between would leave the crediting to webhooks. */
    private void paid(CustomerKey key, Order order, @Nullable String paymentId) {
        Optional<CheckoutSession> payment = Optional.ofNullable(paymentId).flatMap(gateway::session);
        if (payment.isPresent()) {
            fulfilment.fulfil(payment.get(), null);
            book.end(key, order, true, time.instant(), TopUp::paid);
        } else {
            LOG.error("❌ Order {} was charged, but its payment {} cannot be read", order.id(), paymentId);
        }
    }

    private void fail(CustomerKey key, Order order, UnaryOperator<TopUp> change) {
        book.end(key, order, false, time.instant(), change).ifPresent(topUp -> tell(key, topUp));
    }

    private void tell(CustomerKey key, TopUp topUp) {
        AccountId account = key.account();
        LOG.warn(
                "⚠️ The top-up of user {} failed: {}, {}",
                account,
                topUp.progress().trouble(),
                topUp.isOn() ? "to be tried again" : topUp.progress().off());
        announcer.tell(new TokenEconomyEvent.TopUpFailed(time.instant(), account, topUp));
    }
}
