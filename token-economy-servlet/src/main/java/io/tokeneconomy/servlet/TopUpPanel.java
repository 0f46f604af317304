package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpOff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the buyer allowed to be bought by itself, how it stands, and a button that ends it. */
final class TopUpPanel {

    private static final Template PANEL = Template.load("topup-panel");
    private static final Template END = Template.load("topup-end");

    private final CsrfProtection csrf;

    TopUpPanel(CsrfProtection csrf) {
        this.csrf = csrf;
    }

    /** {@return the panel; nothing where the shop has no such thing, or the buyer never allowed it} */
    Html of(View view, AccountId account, HttpServletRequest request, HttpServletResponse response) {
        if (view.kit.settings().topUp == null) {
            return Html.NOTHING;
        }
        return find(view, account)
                .map(topUp -> view.fill(
                        PANEL,
                        Map.of(
                                "text",
                                text(view, topUp),
                                "end",
                                topUp.isOn()
                                        ? end(view, csrf.issuedForForm(Optional.of(account), request, response))
                                        : Html.NOTHING)))
                .orElse(Html.NOTHING);
    }

    /** The page is about something else, and need not fail for it. */
    private static Optional<TopUp> find(View view, AccountId account) {
        try {
            return view.kit.economy().topUps().find(account);
        } catch (StoreException trouble) {
            return Optional.empty();
        }
    }

    private static Html end(View view, HostCsrf.Token token) {
        return view.fill(
                END,
                Map.of(
                        "action", view.link(view.kit.paths().topUp()),
                        "field", Objects.requireNonNull(token.parameter(), "a form's token has a field"),
                        "csrf", token.value()));
    }

    private static String text(View view, TopUp topUp) {
        TopUpOff off = topUp.progress().off();
        if (off != null) {
            return view.text("topup.off." + off);
        }
        Messages language = view.language;
        String packageId = topUp.settings().packageId();
        String name = view.kit
                .economy()
                .catalog()
                .find(packageId)
                .map(sold -> view.kit.languages().packageName(language, sold))
                .orElse(packageId);
        String on = language.text(
                "topup.on",
                Map.of(
                        "threshold", language.tokens(topUp.settings().threshold()),
                        "name", name,
                        "price", language.money(topUp.price()),
                        "card", capitalised(topUp.cardName()),
                        "cap", cap(language, topUp)));
        return topUp.progress().trouble() == null ? on : on + " " + view.text("topup.trouble");
    }

    /** The provider writes brands in lower case. */
    private static String capitalised(String card) {
        return card.substring(0, 1).toUpperCase(Locale.ROOT) + card.substring(1);
    }

    /** The host may have noted a cap of money, too. */
    private static String cap(Messages language, TopUp topUp) {
        TopUpCap cap = topUp.settings().cap();
        Period period = cap.period();
        List<String> caps = new ArrayList<>();
        if (cap.times() != null) {
            caps.add(TopUpOffer.cap(language, period, cap.times()));
        }
        if (cap.amountMinor() != null) {
            String most =
                    language.money(Money.of(cap.amountMinor(), topUp.price().currency()));
            caps.add(language.text("topup.cap." + period + ".money", Map.of("amount", most)));
        }
        return String.join(", ", caps);
    }
}
