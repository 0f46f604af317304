package io.tokeneconomy.spring.operate;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How the economy is: whether its store can be read, and when the payment provider last answered. */
public final class Checkup {

    private static final AccountId NOBODY = AccountId.of("token-economy-health");

    private final Supplier<TokenEconomy> economy;
    private final Calls gateway;

    /**
     * @param economy who is looked at
     * @param gateway the calls to its payment gateway
     */
    public Checkup(Supplier<TokenEconomy> economy, Calls gateway) {
        this.economy = economy;
        this.gateway = gateway;
    }

    /**
     * What was found.
     *
     * @param up whether the store can be read; the provider's trouble leaves an application able to spend
     * @param details what to show
     */
    public record Finding(boolean up, Map<String, Object> details) {}

    /** Looks. Never throws. */
    public Finding look() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean up = true;
        try {
            economy.get().ledger().balance(NOBODY);
            details.put("store", "readable");
        } catch (RuntimeException e) {
            details.put("store", e instanceof StoreException ? String.valueOf(e.getMessage()) : e.toString());
            up = false;
        }
        gateway.lastSuccess().ifPresent(at -> details.put("gatewayLastSuccess", at.toString()));
        gateway.lastFailure().ifPresent(at -> details.put("gatewayLastFailure", at.toString()));
        return new Finding(up, details);
    }
}
