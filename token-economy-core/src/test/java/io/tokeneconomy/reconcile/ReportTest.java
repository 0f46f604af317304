package io.tokeneconomy.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.reconcile.Difference.Kind;
import io.tokeneconomy.reconcile.Difference.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same report, three ways. */
class ReportTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");
    private static final OrderId ORDER = OrderId.firstAt(FROM);
    private static final Difference CREDIT = new Difference(
            Kind.MISSING_CREDIT,
            State.REPAIRED,
            "cs_1",
            "pi_1",
            ORDER,
            AccountId.of("=cmd|'/c'!A1"),
            110,
            "paid, and not \"credited\"");
    private static final Difference UNKNOWN =
            new Difference(Kind.UNKNOWN_ORDER, State.FOR_A_PERSON, "cs_22", null, null, null, 0, "no such order");
    private static final ParkedPayment PARKED = new ParkedPayment(
            "cs_3",
            PaymentMode.TEST,
            "-1+1 charges too little",
            null,
            999,
            "usd",
            Map.of("user_id", "bob"),
            FROM,
            null);

    @Test
    void asText() {
        assertThat(report(null, null).toText())
                .isEqualTo("""
                        Reconciliation of 2026-11-20T00:00:00Z to 2026-11-23T00:00:00Z, repairing
                        30 checkouts (2 of others), 3 payments with refunds, 1 with disputes, 28 paid orders; 61 requests
                        2 differences
                          MISSING_CREDIT  REPAIRED      +110  =cmd|'/c'!A1  cs_1   ord_019aa55fac0000000000000000000000  paid, and not "credited"
                          UNKNOWN_ORDER   FOR_A_PERSON  0     -             cs_22  -                                     no such order
                        1 parked payments
                          cs_3  999 usd  since 2026-11-20T00:00:00Z  -1+1 charges too little
                        Complete.
                        """.replace("ord_019aa55fac0000000000000000000000", ORDER.value()));
    }

    @Test
    void asShortTextForALog() {
        assertThat(report(null, null).toText(1))
                .contains("2 differences, the first 1 of them\n  MISSING_CREDIT")
                .contains("1 parked payments\n")
                .doesNotContain("UNKNOWN_ORDER");
        assertThat(report(null, null).toText(0))
                .contains("2 differences, the first 0 of them\n1 parked payments, the first 0 of them\n");
    }

    @Test
    void anEarlyEndSaysWhyAndWhereToGoOn() {
        assertThat(report("refunds:re_7", "no answer").toText())
                .endsWith("Ended early: no answer. Resume after refunds:re_7\n");
        assertThat(report("refunds:re_7", null).rest().orElseThrow().resumeAfter())
                .isEqualTo("refunds:re_7");
    }

    @Test
    void asCsvWithoutFormulas() {
        assertThat(report(null, null).toCsv())
                .isEqualTo("kind,state,session_id,payment_id,order_id,account,tokens,amount_minor,currency,text\r\n"
                        + "MISSING_CREDIT,REPAIRED,\"cs_1\",\"pi_1\",\"" + ORDER + "\",\"'=cmd|'/c'!A1\",110,,,"
                        + "\"paid, and not \"\"credited\"\"\"\r\n"
                        + "UNKNOWN_ORDER,FOR_A_PERSON,\"cs_22\",,,,0,,,\"no such order\"\r\n"
                        + "PARKED,FOR_A_PERSON,\"cs_3\",,,,,999,\"usd\",\"'-1+1 charges too little\"\r\n");
    }

    @Test
    void asJson() {
        JsonObject json =
                JsonParser.parseString(report("orders:x", null).toJson()).getAsJsonObject();
        assertThat(json.get("from").getAsString()).isEqualTo("2026-11-20T00:00:00.000000Z");
        assertThat(json.getAsJsonObject("counts").get("requests").getAsLong()).isEqualTo(61);
        assertThat(json.get("resumeAfter").getAsString()).isEqualTo("orders:x");
        assertThat(json.has("trouble")).isFalse();
        JsonObject credit = json.getAsJsonArray("differences").get(0).getAsJsonObject();
        assertThat(credit.get("account").getAsString()).isEqualTo("=cmd|'/c'!A1");
        assertThat(credit.get("tokens").getAsLong()).isEqualTo(110);
        assertThat(json.getAsJsonArray("differences").get(1).getAsJsonObject().keySet())
                .containsExactly("kind", "state", "sessionId", "tokens", "text");
        assertThat(json.getAsJsonArray("parked")
                        .get(0)
                        .getAsJsonObject()
                        .get("reason")
                        .getAsString())
                .isEqualTo("-1+1 charges too little");
    }

    private static Report report(@Nullable String resumeAfter, @Nullable String trouble) {
        return new Report(
                Window.between(FROM, TO),
                true,
                new Counts(30, 2, 3, 1, 28, 61),
                List.of(CREDIT, UNKNOWN),
                2,
                List.of(PARKED),
                false,
                resumeAfter,
                trouble);
    }
}
