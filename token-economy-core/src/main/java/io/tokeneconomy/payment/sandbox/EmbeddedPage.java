package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.net.URI;

/**
 * The payment page within a frame of the shop's page, as {@link StripeScript} puts it there. When the buyer has paid, it
 * tells the script, which sends him on or calls the shop's function.
 */
final class EmbeddedPage {

    /** The address of a session's page is this path and its client secret. */
    static final String PATH = "/c/embed/";

    private static final String TELL =
            "parent.postMessage({sandbox:'complete'," + "leave:document.body.dataset.leave||null},'*')";
    private static final String SCRIPT_HASH = HostedPage.hash(TELL);

    private EmbeddedPage() {}

    static String contentSecurityPolicy() {
        return HostedPage.contentSecurityPolicy()
                .replace(
                        "frame-ancestors 'none'",
                        "frame-ancestors http: https:; script-src 'sha256-" + SCRIPT_HASH + "'");
    }

    static String completed(JsonObject session, URI url) {
        String leave = SessionPlace.isLeft(session) ? url.toASCIIString() : "";
        String link = leave.isEmpty()
                ? ""
                : "<a class=\"cancel\" target=\"_top\" href=\"" + HostedPage.escape(leave) + "\">Back to the shop</a>";
        return HostedPage.notice("Paid", "Thank you.", link)
                .replace("<body>", "<body data-leave=\"" + HostedPage.escape(leave) + "\">")
                .replace("</body>", "<script>" + TELL + "</script></body>");
    }
}
