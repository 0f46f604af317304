package io.tokeneconomy.example.benchmark.contender.ours;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.ContentionException;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The library on any of its stores, through the front door: rules, lots and hash chain included. */
public abstract class OurLedger implements Contender {

    private static final int HELPERS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TokenEconomy economy;
    private final boolean outbox;
    private final Received received;
    private final Duration patience;

    OurLedger(Place place, LedgerStore store) {
        this(place, store, new Received(), PATIENCE);
    }

    OurLedger(Place place, LedgerStore store, Received received, Duration patience) {
        this.outbox = place.outbox();
        this.received = received;
        this.patience = patience;
        TokenEconomyBuilder builder = TokenEconomy.builder()
                .store(store)
                .payments(StripeGateway.of("sk_test_benchmark", "whsec_benchmark"))
                .baseUrl(URI.create("http://localhost:8080"));
        economy = (outbox ? builder.subscribe("benchmark", received) : builder).build();
    }

    /** {@return the ledger itself} */
    public Ledger ledger() {
        return economy.ledger();
    }

    @Override
    public void open(List<String> accounts, long tokens) {
        List<Operation> grants = accounts.stream()
                .<Operation>map(
                        account -> Grant.of(AccountId.of(account), tokens, IdempotencyKey.of("grant-" + account)))
                .toList();
        for (int from = 0; from < grants.size(); from += LedgerLimits.MAX_BULK) {
            List<Operation> portion = grants.subList(from, Math.min(grants.size(), from + LedgerLimits.MAX_BULK));
            economy.ledger().apply(portion).forEach(Outcome::orElseThrow);
        }
    }

    @Override
    public Answer spend(String account, String key) {
        try {
            return answer(economy.ledger().spend(AccountId.of(account), 1, IdempotencyKey.of(key)));
        } catch (StoreException e) {
            if (e.retryable()) {
                throw new ContentionException(e);
            }
            throw e;
        }
    }

    /** Recomputes every account's hash chain; each history begins with its grant. Then waits for the outbox. */
    @Override
    public Books books(List<String> accounts) {
        AtomicLong spends = new AtomicLong();
        List<String> faults = new ArrayList<>(brokenChains(accounts, spends));
        if (outbox && !received.await(spends.get(), patience)) {
            faults.add("of " + spends + " spends the outbox delivered " + received.spends() + ", and then nothing for "
                    + patience.toSeconds() + " s");
        }
        return new Books(spends.get(), faults);
    }

    private List<String> brokenChains(List<String> accounts, AtomicLong spends) {
        return Together.each(HELPERS, accounts, account -> {
                    Verification found = economy.ledger().verify(AccountId.of(account));
                    if (found instanceof Verification.Intact intact) {
                        spends.addAndGet(intact.entries() - 1);
                    }
                    return found;
                })
                .stream()
                .filter(found -> !found.intact())
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() {
        economy.close();
    }

    private static Answer answer(Outcome outcome) {
        if (outcome instanceof Outcome.Applied) {
            return Answer.BOOKED;
        }
        if (outcome instanceof Outcome.Replayed) {
            return Answer.REPLAYED;
        }
        if (outcome instanceof Outcome.Insufficient) {
            return Answer.REFUSED;
        }
        throw new IllegalStateException("unexpected: " + outcome);
    }
}
