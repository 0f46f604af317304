package io.tokeneconomy.reconcile;

import io.tokeneconomy.internal.CsvLine;
import io.tokeneconomy.order.ParkedPayment;
import org.jspecify.annotations.Nullable;

/** A report as comma-separated values. The columns are documented in {@code docs/reconciliation.md}. */
final class ReportCsv {

    private static final String COLUMNS =
            "kind,state,session_id,payment_id,order_id,account,tokens,amount_minor,currency,text\r\n";

    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder csv = new StringBuilder(COLUMNS);
        report.differences().forEach(difference -> csv.append(line(difference)));
        report.parked().forEach(parked -> csv.append(line(parked)));
        return csv.toString();
    }

    private static String line(Difference difference) {
        return new CsvLine()
                .plain(difference.kind().name())
                .plain(difference.state().name())
                .text(difference.sessionId())
                .text(difference.paymentId())
                .text(text(difference.orderId()))
                .text(text(difference.account()))
                .number(difference.tokens())
                .plain("")
                .plain("")
                .text(difference.text())
                .ended();
    }

    private static String line(ParkedPayment parked) {
        return new CsvLine()
                .plain("PARKED")
                .plain(Difference.State.FOR_A_PERSON.name())
                .text(parked.sessionId())
                .plain("")
                .text(parked.orderId())
                .plain("")
                .plain("")
                .number(parked.amountMinor())
                .text(parked.currency())
                .text(parked.reason())
                .ended();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
