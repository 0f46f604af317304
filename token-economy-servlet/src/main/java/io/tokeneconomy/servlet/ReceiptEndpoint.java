package io.tokeneconomy.servlet;

import io.tokeneconomy.checkout.Checkout;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.payment.PaymentException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/tokens/receipt?session=…}: leads to the payment provider's receipt of a purchase of the signed-in user.
 * Its address is asked for each time, as it may end. Whoever follows the link is a person, so errors are pages.
 */
final class ReceiptEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptEndpoint.class);
    private static final Pattern SALE = Pattern.compile("(?:cs|in|pi)_[A-Za-z0-9_]{1,180}");

    private final Users users;
    private final Checkout checkout;

    ReceiptEndpoint(Users users, Checkout checkout) {
        this.users = users;
        this.checkout = checkout;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        String address = Query.single(request, "session")
                .filter(session -> SALE.matcher(session).matches())
                .flatMap(session -> find(account, session))
                .filter(ReceiptEndpoint::isForBrowsers)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_RECEIPT, "You have no such purchase, or there is no receipt of it."));
        return Reply.empty(303).header("Location", address).header("Referrer-Policy", "no-referrer");
    }

    /** The words for a payment that cannot be made would be the wrong ones here. */
    private Optional<String> find(AccountId account, String session) {
        try {
            return checkout.receiptUrl(account, session);
        } catch (PaymentException trouble) {
            LOG.warn("The receipt of {} cannot be had: {}", session, trouble.getMessage());
            throw new ProblemException(ProblemCode.RETRY_LATER, "The receipt cannot be had at the moment.");
        }
    }

    private static boolean isForBrowsers(String address) {
        try {
            return WebOrigin.of(new URI(address)).isPresent();
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
