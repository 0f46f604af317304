package io.tokeneconomy.servlet;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody else makes an operator's browser post a form. */
class ConsoleFormsTest {

    /** Every address that changes something, with a form that would. */
    private static final Map<String, List<String>> ACTIONS = Map.ofEntries(
            entry("grant", List.of("granted", "5", "grant-reason", "why")),
            entry("adjust", List.of("change", "5", "adjust-reason", "why")),
            entry("verify-customer", List.of()),
            entry("release", List.of("session", "cs_test_1", "tokens", "5", "reason", "why")),
            entry("refund", List.of("session", "cs_test_1", "reason", "why")),
            entry("dismiss", List.of("session", "cs_test_1", "reason", "why")),
            entry("reconcile", List.of("days", "3", "reason", "why", "repair", "yes")),
            entry("stocktaking", List.of()),
            entry("rollforward", List.of("from", "2026-01-01", "until", "2026-01-31")),
            entry("verify", List.of()));

    private enum Containers {
        JETTY,
        TOMCAT
    }

    private final Operator carol = Operator.in(Operator.shop(Container::jetty));

    @AfterEach
    void close() {
        carol.shop().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant",
                "adjust",
                "verify-customer",
                "release",
                "refund",
                "dismiss",
                "reconcile",
                "stocktaking",
                "rollforward",
                "verify"
            })
    void everyActionNeedsTheTokenOfThisOperator(String action) {
        Map<String, String> form = form(carol, action);
        String token = Objects.requireNonNull(form.put("csrf", ""));
        assertRefused(carol.confirm(action, form));
        form.remove("csrf");
        assertRefused(carol.confirm(action, form));
        form.put("csrf", token.substring(1) + "A");
        assertRefused(carol.confirm(action, form));
        form.put("csrf", Operator.in(carol.shop()).csrf());
        assertRefused(carol.confirm(action, form));
        form.put("csrf", carol.shop().browser("carol").freshToken());
        assertRefused(carol.confirm(action, form));

        form.put("csrf", token);
        carol.browser().with("Sec-Fetch-Site", "cross-site");
        assertRefused(carol.confirm(action, form));
        carol.browser().with("Sec-Fetch-Site", "same-site");
        assertRefused(carol.confirm(action, form));
        assertNothingBooked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "adjust", "verify-customer", "stocktaking", "rollforward", "verify"})
    void aFormWithoutAnIdIsRefused(String action) {
        for (String id : List.of("", "short", "x".repeat(23), "x".repeat(21) + "/")) {
            Map<String, String> form = form(carol, action);
            form.put("form", id);
            assertThat(carol.confirm(action, form).status()).isEqualTo(400);
        }
        assertNothingBooked();
    }

    @ParameterizedTest
    @EnumSource
    void bothContainersReadForms(Containers container) {
        Operator cleo =
                Operator.in(Operator.shop(container == Containers.JETTY ? Container::jetty : Container::tomcat));
        try (Shop shop = cleo.shop()) {
            Map<String, String> form = form(cleo, "grant");
            form.put("grant-reason", "für Ñandú 🪙");
            assertThat(cleo.confirm("grant", form).status()).isEqualTo(303);
            assertThat(cleo.entries("alice").get(0).details().description()).isEqualTo("für Ñandú 🪙");
            assertThat(shop.economy
                            .audit()
                            .verifyAll(null, (result, soFar) -> {})
                            .broken())
                    .isZero();
        }
    }

    @Test
    void aFormOfAnySizeIsNotRead() {
        assertThat(carol.browser().announce("/tokens/admin/grant", 65_537)).startsWith("HTTP/1.1 413");
        assertNothingBooked();
    }

    @Test
    void whatIsNoFormIsRefused() {
        carol.browser().with("Content-Type", "application/json");
        assertThat(carol.browser()
                        .send("POST", "/tokens/admin/grant", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, String> form(Operator operator, String action) {
        Map<String, String> form = new HashMap<>(operator.form("customer?account=alice"));
        List<String> fields = Objects.requireNonNull(ACTIONS.get(action));
        for (int i = 0; i < fields.size(); i += 2) {
            form.put(fields.get(i), fields.get(i + 1));
        }
        return form;
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing was done");
    }

    private void assertNothingBooked() {
        assertThat(carol.shop().economy.audit().accounts("", null, 10).items()).isEmpty();
    }
}
