package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.internal.CsvLine;
import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as lines of comma-separated values. The columns are documented in {@code docs/audit.md}. */
final class CsvFormat implements EntryFormat {

    static final String COLUMNS = "account,sequence,at,type,amount,settled_after,held_after,debt_after,"
            + "key,reference,description,member,lots,lot_expires_at,lot_priority,lot_funding,source_lot,"
            + "hold,hold_expires_at,hold_lots,meter,meter_units,"
            + "order_id,package_id,price_minor,currency,session_id,payment_intent_id,customer_id,metadata,hash";

    private final Appendable to;

    CsvFormat(Appendable to) {
        this.to = to;
    }

    @Override
    public void begin() throws IOException {
        to.append(COLUMNS).append("\r\n");
    }

    @Override
    public void write(LedgerEntry entry) throws IOException {
        Movement movement = entry.movement();
        CsvLine line = new CsvLine()
                .text(entry.account().value())
                .number(entry.sequence())
                .plain(Micros.text(entry.at()))
                .plain(entry.type().name())
                .number(entry.amount())
                .number(movement.after().settled())
                .number(movement.after().held())
                .number(movement.after().debt())
                .text(entry.key().value())
                .text(entry.details().reference())
                .text(entry.details().description())
                .text(movement.effects().member());
        effects(line, movement.effects());
        sale(line, entry.purchase());
        line.text(JsonFormat.metadata(entry.details().metadata()))
                .plain(entry.seal().hash().hex());
        to.append(line.ended());
    }

    private static void effects(CsvLine line, Effects effects) {
        LotTerms terms = effects.terms();
        HoldChange hold = effects.hold();
        Metering metering = effects.metering();
        line.plain(allocations(effects.lots()))
                .time(terms == null ? null : terms.expiresAt())
                .plain(terms == null ? "" : String.valueOf(terms.priority()))
                .plain(terms == null ? "" : terms.funding().name())
                .plain(effects.source() == 0 ? "" : String.valueOf(effects.source()))
                .plain(hold == null ? "" : String.valueOf(hold.hold()))
                .time(hold == null ? null : hold.expiresAt())
                .plain(hold == null ? "" : allocations(hold.parts()))
                .text(metering == null ? null : metering.meter())
                .plain(metering == null ? "" : String.valueOf(metering.units()));
    }

    private static void sale(CsvLine line, @Nullable PurchaseDetails sale) {
        if (sale == null) {
            line.plain("").plain("").plain("").plain("").plain("").plain("").plain("");
            return;
        }
        line.text(sale.orderId())
                .text(sale.packageId())
                .number(sale.price().amountMinor())
                .plain(sale.price().currency())
                .text(sale.sessionId())
                .text(sale.paymentIntentId())
                .text(sale.customerId());
    }

    /** {@code 7:-5 9:-3}: five tokens out of lot 7, three out of lot 9. */
    private static String allocations(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> allocation.lot() + ":" + allocation.amount())
                .collect(Collectors.joining(" "));
    }
}
