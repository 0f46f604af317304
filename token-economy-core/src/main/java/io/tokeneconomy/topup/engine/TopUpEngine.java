package io.tokeneconomy.topup.engine;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.order.TopUpProgress;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCard;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.topup.TopUpResult;
import io.tokeneconomy.topup.TopUpResult.Enabled;
import io.tokeneconomy.topup.TopUpResult.Reason;
import io.tokeneconomy.topup.TopUpResult.Refused;
import io.tokeneconomy.topup.TopUps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Top-ups on a store and a payment gateway that keeps cards. */
public final class TopUpEngine implements TopUps {

    /** A subscriber that nobody can be: its backlogs are the accounts that allowed it, so that a sweep finds them. */
    static final String ALLOWED = "te.topup";

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final SavedCardPayments cards;
    private final Catalog catalog;
    private final InstantSource time;
    private final TopUpWatch watch;
    private final TopUpBook book;
    private final TopUpAttempts attempts;
    private final TopUpSweep sweep;

    /**
     * @param catalog what is bought, and what it costs
     * @param store where what buyers allowed is kept
     * @param gateway the provider
     * @param cards the same provider's saved cards
     * @param fulfilment credits what is paid
     * @param announcer told of failures
     * @param time the time of attempts
     * @param watch sees balances fall
     */
    public TopUpEngine(
            Catalog catalog,
            LedgerStore store,
            PaymentGateway gateway,
            SavedCardPayments cards,
            Fulfilment fulfilment,
            Announcer announcer,
            InstantSource time,
            TopUpWatch watch) {
        this.store = store;
        this.gateway = gateway;
        this.cards = cards;
        this.catalog = catalog;
        this.time = time;
        this.watch = watch;
        this.book = new TopUpBook(catalog, store);
        this.attempts = new TopUpAttempts(book, gateway, cards, fulfilment, announcer, time);
        this.sweep = new TopUpSweep(store, gateway.mode(), book, time, watch, attempts::look);
    }

    @Override
    public TopUpResult enable(AccountId account, TopUpSettings settings) {
        TokenPackage offer = catalog.require(settings.packageId());
        CustomerKey key = key(account);
        attempts.catchUp(key);
        Optional<Customer> known = book.customer(key);
        List<SavedCard> saved = known.map(Customer::id).map(cards::savedCards).orElse(List.of());
        if (saved.isEmpty()) {
            return new Refused(Reason.NO_SAVED_CARD);
        }
        if (!settings.cap().allows(0, 0, offer.price().amountMinor())) {
            return new Refused(Reason.ABOVE_CAP);
        }
        String customerId = known.map(Customer::id).orElseThrow();
        BacklogKey allowed = new BacklogKey(ALLOWED, account);
        TopUpResult result = store.update(
                Scope.NOTHING.customer(key).backlog(allowed),
                snapshot -> allow(snapshot, key, customerId, saved.get(0), settings, offer));
        if (result instanceof Enabled) {
            watch.watch(account, settings.threshold(), Instant.EPOCH);
        }
        return result;
    }

    private Changes<TopUpResult> allow(
            Snapshot snapshot,
            CustomerKey key,
            String customerId,
            SavedCard card,
            TopUpSettings settings,
            TokenPackage offer) {
        Optional<Customer> customer =
                snapshot.customer(key).filter(same -> same.id().equals(customerId));
        if (customer.isEmpty()) {
            return Changes.none(new Refused(Reason.NO_SAVED_CARD));
        }
        String name = card.brand() + " " + card.last4();
        Instant now = time.instant();
        TopUp old = customer.get().topUp();
        if (old != null && old.progress().inFlight() != null) {
            return Changes.none(new Refused(Reason.IN_FLIGHT));
        }
        TopUp topUp = old == null
                ? new TopUp(settings, offer.price(), offer.tokens(), card.id(), name, now, TopUpProgress.NONE)
                : old.allowedAgain(settings, offer.price(), offer.tokens(), card.id(), name, now);
        TopUpResult enabled = new Enabled(topUp);
        return Changes.none(enabled)
                .customer(key, customer.get().with(topUp))
                .backlog(new Backlog(new BacklogKey(ALLOWED, key.account()), 0, null));
    }

    @Override
    public boolean disable(AccountId account) {
        CustomerKey key = key(account);
        watch.forget(account);
        return store.update(
                Scope.NOTHING.customer(key),
                snapshot -> snapshot.customer(key)
                        .map(customer -> stopped(key, customer))
                        .orElseGet(() -> Changes.none(false)));
    }

    private static Changes<Boolean> stopped(CustomerKey key, Customer customer) {
        TopUp topUp = customer.topUp();
        return topUp == null || topUp.progress().off() == TopUpOff.DISABLED
                ? Changes.none(false)
                : Changes.none(topUp.isOn()).customer(key, customer.with(topUp.turnedOff(TopUpOff.DISABLED)));
    }

    @Override
    public Optional<TopUp> find(AccountId account) {
        return book.customer(key(account)).flatMap(customer -> Optional.ofNullable(customer.topUp()));
    }

    @Override
    public boolean run(int limit) {
        Checks.range("limit", limit, 1, MAX_RUN);
        return sweep.step(limit);
    }

    /** Looks at the accounts whose balance fell in this process. */
    public void lookAtNews() {
        sweep.lookAt(watch.take());
    }

    private CustomerKey key(AccountId account) {
        return new CustomerKey(account, gateway.mode());
    }
}
