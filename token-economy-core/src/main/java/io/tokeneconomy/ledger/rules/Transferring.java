package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Transfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens moved from one account to another. */
final class Transferring {

    private final Booking sender;
    private final Booking receiver;

    Transferring(Booking sender, Booking receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    LedgerEntry transfer(Transfer wanted) {
        Account from = sender.account();
        long available = from.totals().available();
        if (available < wanted.amount()) {
            throw Refused.with(new Outcome.Insufficient(from.id(), available, wanted.amount()));
        }
        List<Allocation> taken = Lots.take(from.lots(), wanted.amount());
        Map<LotTerms, Long> kinds = kinds(from.lots(), taken);
        Account to = receiver.account();
        Crediting.requireLots(to, kinds.size());
        Crediting.requireRoom(to, wanted.amount());
        receive(wanted, kinds);
        return sender.send(wanted, Effects.of(taken), to.salt());
    }

    private void receive(Transfer wanted, Map<LotTerms, Long> kinds) {
        int number = 0;
        for (Map.Entry<LotTerms, Long> kind : kinds.entrySet()) {
            IdempotencyKey key =
                    IdempotencyKey.reserved("in:" + ++number, wanted.key().value());
            receiver.receive(kind.getValue(), kind.getKey(), wanted, key);
        }
    }

    private static Map<LotTerms, Long> kinds(List<Lot> lots, List<Allocation> taken) {
        Map<LotTerms, Long> kinds = new LinkedHashMap<>();
        for (Allocation allocation : taken) {
            lots.stream()
                    .filter(lot -> lot.number() == allocation.lot())
                    .forEach(lot -> kinds.merge(lot.terms(), -allocation.amount(), Long::sum));
        }
        return kinds;
    }
}
