package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However events are ordered, repeated and lost: in the end tokens are where their money is. */
class ReversalPropertyTest {

    @Property(tries = 10_000)
    @StripeRule({26, 86, 96, 109})
    void tokensAreWhereTheirMoneyIs(
            @ForAll @Size(max = 30) List<@IntRange(max = PaymentLife.STEPS - 1) Integer> steps,
            @ForAll ClawbackPolicy policy) {
        try (Shop shop = Shop.on(MemoryLedgerStore.create(), builder -> builder.clawback(policy))) {
            PaymentLife life = new PaymentLife(shop, ALICE);
            life.live(steps);
            life.assertBooksAgree(policy);
        }
    }
}
