package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.rules.PureLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Random lives of two accounts. */
public final class Lives extends DomainContextBase {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @Provide
    Arbitrary<List<Doing>> doings() {
        Arbitrary<Doing.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Doing.Kind.GRANT, Doing.Kind.PURCHASE, Doing.Kind.SPEND)),
                Tuple.of(3, Arbitraries.of(Doing.Kind.class)));
        return Combinators.combine(
                        kinds.filter(kind -> kind != Doing.Kind.CLOSE),
                        Arbitraries.of(true, false, false),
                        Arbitraries.longs().between(1, 60),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 40))
                .as(Doing::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withoutEdgeCases();
    }

    /** {@return the ledger after a life, both accounts closed at its end if they can be} */
    static PureLedger live(List<Doing> doings) {
        PureLedger ledger = new PureLedger();
        List<IdempotencyKey> credits = new ArrayList<>(List.of(IdempotencyKey.of("none")));
        List<IdempotencyKey> holds = new ArrayList<>(List.of(IdempotencyKey.of("none")));
        Instant now = START;
        List<Doing> all = new ArrayList<>(doings);
        all.add(new Doing(Doing.Kind.CLOSE, false, 1, 0, 1_000));
        all.add(new Doing(Doing.Kind.CLOSE, true, 1, 0, 0));
        for (int i = 0; i < all.size(); i++) {
            now = now.plusSeconds(all.get(i).seconds());
            Operation operation = all.get(i).operation(i, now, credits, holds);
            ledger.apply(operation, now);
            if (operation instanceof PlaceHold) {
                holds.add(operation.key());
            } else if (EnumSet.of(Doing.Kind.GRANT, Doing.Kind.PURCHASE)
                    .contains(all.get(i).kind())) {
                credits.add(operation.key());
            }
        }
        return ledger;
    }
}
