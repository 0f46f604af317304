package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An operator's browser without script: follows pages, fills in forms, posts them. */
record Operator(Shop shop, Browser browser) {

    static final AccountId ALICE = AccountId.of("alice");

    private static final String ROOT = "/tokens/admin/";

    /** A shop whose operators are those whose names begin with c. */
    static Shop shop(Container.Kind container) {
        return Shop.options()
                .on(container)
                .filter(filter ->
                        filter.console(ConsoleSettings.of(request -> Optional.ofNullable(request.getUserPrincipal())
                                .map(Principal::getName)
                                .filter(name -> name.startsWith("c")))))
                .open();
    }

    static Operator in(Shop shop) {
        return new Operator(shop, shop.browser("carol").with("Content-Type", "application/x-www-form-urlencoded"));
    }

    Answer get(String place) {
        return browser.get(ROOT + place);
    }

    /** The fields of the page's first form, filled in. */
    Map<String, String> form(String place, String... filled) {
        return formOf(get(place).body(), filled);
    }

    static Map<String, String> formOf(String page, String... filled) {
        Map<String, String> form = new HashMap<>();
        for (String hidden : List.of("csrf", "form", "account", "session")) {
            value(page, hidden).ifPresent(value -> form.put(hidden, value));
        }
        for (int i = 0; i < filled.length; i += 2) {
            form.put(filled[i], filled[i + 1]);
        }
        return form;
    }

    String csrf() {
        return Objects.requireNonNull(form("customer?account=alice").get("csrf"));
    }

    Answer post(String place, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.post(ROOT + place, body);
    }

    /** Posts the form as the review's button does. */
    Answer confirm(String place, Map<String, String> form) {
        Map<String, String> confirmed = new HashMap<>(form);
        confirmed.put("confirmed", "yes");
        return post(place, confirmed);
    }

    /** Newest first. */
    List<LedgerEntry> entries(String account) {
        return shop.economy.ledger().statement(AccountId.of(account), 100, null).entries();
    }

    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group();
    }

    private static Optional<String> value(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
