package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a {@link FirestoreLedgerStore} calls its collections. Each name is 1 to 100 letters, digits, hyphens and
 * underscores, does not begin with two underscores, and is used once.
 *
 * @param accounts one document for each account
 * @param transactions one document for each entry of the ledger
 * @param orders one document for each order
 * @param customers one document for each customer of the payment provider
 * @param parked one document for each parked payment
 * @param backlogs one document for each account that a subscriber was not told everything of
 */
public record FirestoreCollections(
        String accounts, String transactions, String orders, String customers, String parked, String backlogs) {

    private static final Pattern NAME = Pattern.compile("(?!__)[A-Za-z0-9_-]{1,100}");

    /**
     * {@code token_accounts}, {@code transactions}, {@code token_orders}, {@code token_customers}, {@code
     * token_parked_payments} and {@code token_backlogs}.
     */
    public static final FirestoreCollections DEFAULT = new FirestoreCollections(
            "token_accounts",
            "transactions",
            "token_orders",
            "token_customers",
            "token_parked_payments",
            "token_backlogs");

    /** @throws InvalidValueException when a name is not allowed, or used twice */
    public FirestoreCollections {
        List<String> names = List.of(accounts, transactions, orders, customers, parked, backlogs);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Checks.matching(
                    "collection",
                    name,
                    NAME,
                    "1 to 100 letters, digits, hyphens and underscores, not beginning with two underscores");
            if (!seen.add(name)) {
                throw new InvalidValueException("collection", name, "a name of its own for each of " + names);
            }
        }
    }

    /** {@return the default names, each with this in front} */
    public static FirestoreCollections prefixed(String prefix) {
        return new FirestoreCollections(
                prefix + DEFAULT.accounts,
                prefix + DEFAULT.transactions,
                prefix + DEFAULT.orders,
                prefix + DEFAULT.customers,
                prefix + DEFAULT.parked,
                prefix + DEFAULT.backlogs);
    }

    /** {@return these names, the entries' collection called so} */
    public FirestoreCollections withTransactions(String name) {
        return new FirestoreCollections(accounts, name, orders, customers, parked, backlogs);
    }
}
