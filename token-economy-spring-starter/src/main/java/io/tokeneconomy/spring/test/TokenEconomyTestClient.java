package io.tokeneconomy.spring.test;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.payment.sandbox.StripeSandbox;

/** A buyer in tests: buys in the sandbox as a person does on its page, and returns to the shop. Thread-safe. */
public final class TokenEconomyTestClient {

    /** A card that pays at once. */
    public static final String GOOD_CARD = "4242424242424242";

    private final TokenEconomy economy;
    private final StripeSandbox sandbox;

    /**
     * @param economy the shop's
     * @param sandbox where it sends its buyers
     */
    public TokenEconomyTestClient(TokenEconomy economy, StripeSandbox sandbox) {
        this.economy = economy;
        this.sandbox = sandbox;
    }

    /**
     * Buys a package with {@link #GOOD_CARD}. The purchase is confirmed as by the success page, so it is credited when this
     * returns, also where no webhook arrives; one that does finds it done.
     *
     * @return what the account has available then
     */
    public long buy(AccountId account, String packageId) {
        String session = checkout(account, packageId);
        sandbox.pay(session, GOOD_CARD);
        confirm(account, session);
        return economy.ledger().balance(account).available();
    }

    /** {@return the session of a checkout, for a payment of another kind} */
    public String checkout(AccountId account, String packageId) {
        return economy.checkout().start(account, packageId).id();
    }

    /** {@return where a purchase stands when its buyer returns} */
    public Confirmation confirm(AccountId account, String session) {
        return economy.checkout().confirm(account, session);
    }
}
