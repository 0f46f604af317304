package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.ledger.ClawbackPolicy.BLOCK;
import static io.tokeneconomy.ledger.ClawbackPolicy.DEBT;
import static io.tokeneconomy.ledger.ClawbackPolicy.FLOOR;

import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import java.util.List;
import java.util.function.Consumer;

/** What may become of 110 tokens bought for 9.99, as {@code docs/refunds.md} lists it. */
final class RefundScenarios {

    static final List<Scenario> ALL = List.of(
            new Scenario("refunded in full", DEBT, life -> life.buy().refund("re_1", 999, Refund.Status.SUCCEEDED)),
            new Scenario("refunded by half", DEBT, life -> life.buy().refund("re_1", 500, Refund.Status.SUCCEEDED)),
            new Scenario(
                    "refunded in thirds",
                    DEBT,
                    life -> life.buy()
                            .refund("re_1", 333, Refund.Status.SUCCEEDED)
                            .refund("re_2", 333, Refund.Status.SUCCEEDED)
                            .refund("re_3", 333, Refund.Status.SUCCEEDED)),
            new Scenario("refund pending", DEBT, life -> life.buy().refund("re_1", 999, Refund.Status.PENDING)),
            new Scenario(
                    "refund pending, then succeeded",
                    DEBT,
                    life -> life.buy()
                            .refund("re_1", 999, Refund.Status.PENDING)
                            .refund("re_1", 999, Refund.Status.SUCCEEDED)),
            new Scenario(
                    "refund pending, then canceled",
                    DEBT,
                    life -> life.buy()
                            .refund("re_1", 999, Refund.Status.PENDING)
                            .refund("re_1", 999, Refund.Status.CANCELED)),
            new Scenario(
                    "refund succeeded, then failed",
                    DEBT,
                    life -> life.buy()
                            .refund("re_1", 999, Refund.Status.SUCCEEDED)
                            .refund("re_1", 999, Refund.Status.FAILED)),
            new Scenario(
                    "refunded before the purchase was told",
                    DEBT,
                    life -> life.refund("re_1", 999, Refund.Status.SUCCEEDED).buy()),
            new Scenario(
                    "100 spent, refunded in full",
                    DEBT,
                    life -> life.buy().spend(100).refund("re_1", 999, Refund.Status.SUCCEEDED)),
            new Scenario(
                    "100 spent, refunded in full",
                    FLOOR,
                    life -> life.buy().spend(100).refund("re_1", 999, Refund.Status.SUCCEEDED)),
            new Scenario(
                    "100 spent, refunded in full",
                    BLOCK,
                    life -> life.buy().spend(100).refund("re_1", 999, Refund.Status.SUCCEEDED)),
            new Scenario(
                    "100 spent, refunded in full, refund failed",
                    FLOOR,
                    life -> life.buy()
                            .spend(100)
                            .refund("re_1", 999, Refund.Status.SUCCEEDED)
                            .refund("re_1", 999, Refund.Status.FAILED)),
            new Scenario(
                    "inquiry, closed",
                    DEBT,
                    life -> life.buy().dispute("du_1", 999, Dispute.Status.INQUIRY, Dispute.Funds.UNTOLD)),
            new Scenario(
                    "inquiry that becomes a dispute",
                    DEBT,
                    life -> life.buy()
                            .dispute("du_1", 999, Dispute.Status.INQUIRY, Dispute.Funds.UNTOLD)
                            .dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)),
            new Scenario(
                    "disputed, won",
                    DEBT,
                    life -> life.buy()
                            .dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)
                            .dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.WITHDRAWN)
                            .dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED)),
            new Scenario(
                    "disputed, lost",
                    DEBT,
                    life -> life.buy()
                            .dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)
                            .dispute("du_1", 999, Dispute.Status.LOST, Dispute.Funds.WITHDRAWN)),
            new Scenario(
                    "disputed by half",
                    DEBT,
                    life -> life.buy().dispute("du_1", 500, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)),
            new Scenario(
                    "two disputes, one won",
                    DEBT,
                    life -> life.buy()
                            .dispute("du_1", 400, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)
                            .dispute("du_2", 300, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)
                            .dispute("du_1", 400, Dispute.Status.WON, Dispute.Funds.RETURNED)),
            new Scenario(
                    "refunded by half, the rest disputed",
                    DEBT,
                    life -> life.buy()
                            .refund("re_1", 500, Refund.Status.SUCCEEDED)
                            .dispute("du_1", 499, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)),
            new Scenario(
                    "refunded in full, disputed in full",
                    DEBT,
                    life -> life.buy()
                            .refund("re_1", 999, Refund.Status.SUCCEEDED)
                            .dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN)),
            new Scenario(
                    "status newer than this library, money withdrawn",
                    DEBT,
                    life -> life.buy().dispute("du_1", 999, Dispute.Status.OTHER, Dispute.Funds.WITHDRAWN)),
            new Scenario(
                    "status newer than this library, books silent",
                    DEBT,
                    life -> life.buy().dispute("du_1", 999, Dispute.Status.OTHER, Dispute.Funds.UNTOLD)));

    private RefundScenarios() {}

    /** A named story under a policy. */
    record Scenario(String name, ClawbackPolicy policy, Consumer<ScenarioLife> story) {}
}
