package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.TokenPackage;
import java.util.Locale;
import java.util.Map;

/**
 * What all pages have in common: frame, headers, and the pieces they are made of. Links are relative, so that they hold
 * under any context path and behind any proxy's prefix.
 */
final class PageFrame {

    /** Only our own files; no inline script or style, no frame, nothing from elsewhere. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Template FRAME = Template.load("frame");
    private static final Template MESSAGE = Template.load("message");
    private static final Template PACKAGE = Template.load("offer");

    private PageFrame() {}

    /** {@return a whole page} */
    static Reply page(int status, String user, String title, Html content) {
        Html html = FRAME.with(Map.of("title", title, "user", user, "content", content));
        return Reply.html(status, html.markup())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                // the checkout's id in the address stays here; no-referrer would turn Origin into null as well
                .header("Referrer-Policy", "same-origin");
    }

    /** {@return a headline, a sentence, and what follows} */
    static Html message(String title, String text, Html more) {
        return MESSAGE.with(Map.of("title", title, "text", text, "more", more));
    }

    /** {@return a package and the button that buys it} */
    static Html offer(TokenPackage offer) {
        return PACKAGE.with(Map.of(
                "id", offer.id(),
                "name", offer.name(),
                "description", offer.description(),
                "tokens", number(offer.tokens()),
                "price", offer.price().format()));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
