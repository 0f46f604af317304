package io.tokeneconomy.servlet.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says who may use the operator's console. The host decides, for example by a role of its own:
 *
 * <pre>{@code
 * request -> request.isUserInRole("shop-operator")
 *         ? Optional.of(request.getUserPrincipal().getName())
 *         : Optional.empty();
 * }</pre>
 *
 * <p>Called for every request below {@code /tokens/admin}, from many threads. Whoever is let in may give and take tokens
 * of every account, refund payments and read all histories.
 */
@FunctionalInterface
public interface OperatorResolver {

    /**
     * {@return the operator's name, empty for everybody else} The name is the {@code actor} of everything the operator
     * does and stays in the ledger for ever: 1 to {@value io.tokeneconomy.ledger.LedgerLimits#MAX_METADATA_VALUE}
     * characters. For everybody else there is no console: the request goes on down the chain.
     */
    Optional<String> resolve(HttpServletRequest request);
}
