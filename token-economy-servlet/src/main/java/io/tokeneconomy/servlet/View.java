package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Balance;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page for one request: its language, its links, its frame. */
final class View {

    /** Only our own files; no inline script or style, no frame, nothing from elsewhere. */
    static final String CONTENT_SECURITY_POLICY = contentSecurityPolicy("", "", "");

    private static final String PAYS = "token-packages.js";

    private static final Template FRAME = Template.load("frame");
    private static final Template SCRIPT = Template.load("script");
    private static final Template PRELOAD = Template.load("preload");
    private static final Template STYLE = Template.load("style");
    private static final Template HOST_STYLE = Template.load("hoststyle");

    final PageKit kit;
    final Messages language;
    final Optional<AccountId> user;

    private final HttpServletRequest request;
    private final String root;

    View(PageKit kit, HttpServletRequest request, Messages language, Optional<AccountId> user) {
        this.kit = kit;
        this.request = request;
        this.language = language;
        this.user = user;
        this.root = PagePaths.root(Route.path(request));
    }

    String text(String key) {
        return language.text(key);
    }

    /** {@return the template, filled} */
    Html fill(Template template, Map<String, Object> values) {
        return template.with(language, values);
    }

    /** {@return a link to a path within the application, relative to this page} */
    String link(String path) {
        return root + path.substring(1);
    }

    /** {@return a link to one of our pages} */
    String link(Page page) {
        return link(kit.paths().of(page));
    }

    boolean isAt(Page page) {
        return kit.paths().of(page).equals(Route.path(request));
    }

    /** {@return the link to the elements' style, for their shadow roots} */
    Html style() {
        return asset(STYLE, kit.assets().file("components.css"));
    }

    /** {@return the balance as the page is made; empty when nobody is signed in, or when it cannot be had} */
    Optional<Balance> balance() {
        try {
            return user.map(kit.economy().ledger()::balance);
        } catch (RuntimeException trouble) {
            return Optional.empty(); // a page that is about something else need not fail for it; the script asks again
        }
    }

    /** {@return a whole page} */
    Reply page(int status, String title, Html content, String... scripts) {
        Html html = fill(
                FRAME,
                Map.of(
                        "lang", language.tag(),
                        "dir", language.direction(),
                        "title", title,
                        "user", user.map(AccountId::value).orElse(""),
                        "assets", assets(List.of(scripts)),
                        "header", Shell.header(this, request),
                        "content", content,
                        "footer", new Html(kit.settings().footer.apply(request))));
        return Reply.html(status, html.markup())
                .header("Content-Security-Policy", policyFor(List.of(scripts)))
                .header("Content-Language", language.tag())
                // the checkout's id in the address stays here; no-referrer would turn Origin into null as well
                .header("Referrer-Policy", "same-origin");
    }

    static String contentSecurityPolicy(String scripts, String connections, String pictures) {
        return "default-src 'none'; script-src 'self'" + scripts + "; style-src 'self'; img-src 'self' data:" + pictures
                + "; connect-src 'self'" + connections
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** Where nobody can pay, nothing of the payment provider's is let in. */
    private String policyFor(List<String> scripts) {
        EmbeddedPayment payment = kit.settings().embedded;
        return payment == null || !scripts.contains(PAYS) ? CONTENT_SECURITY_POLICY : payment.contentSecurityPolicy();
    }

    private Html assets(List<String> scripts) {
        StringBuilder head = new StringBuilder();
        for (String style : List.of("components.css", "pages.css")) {
            head.append(asset(STYLE, kit.assets().file(style)).markup()).append('\n');
        }
        kit.settings()
                .stylesheets
                .forEach(path -> head.append(
                                fill(HOST_STYLE, Map.of("href", link(path))).markup())
                        .append('\n'));
        List<AssetFile> files = scripts.isEmpty() ? List.of() : kit.assets().closure(scripts, language);
        for (int i = 0; i < files.size(); i++) {
            Template tag = i < scripts.size() ? SCRIPT : PRELOAD;
            head.append(asset(tag, files.get(i)).markup()).append('\n');
        }
        return new Html(head.toString());
    }

    private Html asset(Template tag, AssetFile file) {
        String href = link(kit.paths().assets()) + file.name();
        return fill(tag, Map.of("href", href, "integrity", file.integrity()));
    }
}
