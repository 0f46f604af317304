package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.topup.TopUpResult;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A buyer's consent on its way from the packages to the paid checkout, which saves the card that it is about. It travels
 * in a cookie that only this server can make, for this account, this checkout, these terms and this price; so it takes
 * effect when the buyer comes back, once, and not if anything of it has changed, or the buyer has decided since, or the
 * money is on its way back.
 */
final class TopUpConsent {

    private static final Logger LOG = LoggerFactory.getLogger(TopUpConsent.class);
    private static final String NAME = "te-topup";
    private static final int LIFETIME_SECONDS = (int) CsrfTokens.LIFETIME.toSeconds();

    private final TokenEconomy economy;
    private final @Nullable TopUpOffer offer;
    private final CsrfTokens tokens;

    TopUpConsent(TokenEconomy economy, @Nullable TopUpOffer offer, CsrfTokens tokens) {
        this.economy = economy;
        this.offer = offer;
        this.tokens = tokens;
    }

    /**
     * {@return whether the buyer ticked the box}
     *
     * @param terms what it stood for; null or empty when it was not ticked
     * @throws ProblemException when it stood for other terms than those of now
     */
    boolean isGiven(@Nullable String terms) {
        if (terms == null || terms.isEmpty()) {
            return false;
        }
        if (offer == null || !offer.id().equals(terms)) {
            throw new ProblemException(
                    ProblemCode.TERMS_CHANGED, "These are not the terms of automatic purchases. Load the page again.");
        }
        return true;
    }

    /** Lets the browser carry it. */
    void remember(
            AccountId account,
            String sessionId,
            String packageId,
            HttpServletRequest request,
            HttpServletResponse response) {
        binding(account, sessionId, packageId)
                .ifPresent(binding -> set(
                        sessionId + "." + tokens.issue(account.value(), binding), LIFETIME_SECONDS, request, response));
    }

    /**
     * Lets it take effect, if the browser brings it for this order.
     *
     * @return whether the package of this order is bought by itself from now on
     */
    boolean takeUp(
            AccountId account,
            String sessionId,
            Order order,
            HttpServletRequest request,
            HttpServletResponse response) {
        String packageId = order.item().packageId();
        try {
            if (offer == null || order.reversal().any() || !isCarried(account, sessionId, packageId, request)) {
                return false;
            }
            TopUpResult result = economy.topUps().enable(account, offer.settings(packageId));
            set("", 0, request, response);
            return result instanceof TopUpResult.Enabled;
        } catch (TokenEconomyException later) { // the purchase stands; the next look at this page tries again
            LOG.warn("The top-up that {} allowed is not on yet: {}", account, later.getMessage());
            return false;
        }
    }

    private boolean isCarried(AccountId account, String sessionId, String packageId, HttpServletRequest request) {
        String start = sessionId + ".";
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(value -> value.startsWith(start))
                .map(value -> value.substring(start.length()))
                .anyMatch(token -> binding(account, sessionId, packageId)
                        .filter(binding -> tokens.valid(token, account.value(), binding))
                        .isPresent());
    }

    /** What was agreed to, in the words of now: other terms, another price or fewer tokens are another agreement. */
    private Optional<String> binding(AccountId account, String sessionId, String packageId) {
        TopUpOffer terms = offer;
        Optional<TokenPackage> sold = economy.catalog().find(packageId);
        return terms == null
                ? Optional.empty()
                : sold.map(known -> String.join(
                        " ",
                        "top-up",
                        sessionId,
                        terms.id(),
                        packageId,
                        Long.toString(known.tokens()),
                        known.price().toString(),
                        decided(account)));
    }

    /** What the buyer decided last: who ends it after ticking the box, or allows it otherwise, must not see that undone. */
    private String decided(AccountId account) {
        return economy.topUps()
                .find(account)
                .map(known -> known.allowedAt() + (isEnded(known.progress().off()) ? " ended" : " allowed"))
                .orElse("never");
    }

    private static boolean isEnded(@Nullable TopUpOff off) {
        return off == TopUpOff.DISABLED || off == TopUpOff.MONEY_BACK;
    }

    private void set(String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(isSecure(request));
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }

    private String name(HttpServletRequest request) {
        return isSecure(request) ? "__Host-" + NAME : NAME;
    }

    private boolean isSecure(HttpServletRequest request) {
        return economy.settings().secure() || request.isSecure();
    }
}
