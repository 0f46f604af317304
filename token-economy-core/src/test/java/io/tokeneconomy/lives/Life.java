package io.tokeneconomy.lives;

import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.payment.sandbox.RefundOutcome;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One buyer who begins to buy, mostly pays, spends, and whose money goes back in one way or another. */
final class Life {

    private static final String GOOD = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final int MOST_TURNS = 6;

    private final StripeSandbox sandbox;
    private final LivesShop shop;
    private final Random random;
    private final AccountId buyer;
    private final List<String> refunds = new ArrayList<>();
    private final List<String> disputes = new ArrayList<>();
    private long spent;
    private int refusals;

    Life(StripeSandbox sandbox, LivesShop shop, int number) {
        this.sandbox = sandbox;
        this.shop = shop;
        this.random = new Random(number);
        this.buyer = AccountId.of("buyer-" + number);
    }

    AccountId buyer() {
        return buyer;
    }

    long spent() {
        return spent;
    }

    int refusals() {
        return refusals;
    }

    /** Lives it; what the provider refuses is left. */
    String live() {
        String session =
                shop.with(economy -> economy.checkout().start(buyer, "popular").id());
        sandbox.pay(session, random.nextInt(10) == 0 ? DECLINED : GOOD);
        for (int turn = random.nextInt(MOST_TURNS); turn > 0; turn--) {
            turnOrBeRefused(session, turn);
        }
        return session;
    }

    private void turnOrBeRefused(String session, int turn) {
        try {
            turn(session, turn);
        } catch (TokenEconomyException e) {
            refusals++;
        }
    }

    private void turn(String session, int turn) {
        switch (random.nextInt(10)) {
            case 0 -> refunds.add(sandbox.refunds().make(session, 1 + random.nextInt(999)));
            case 1 -> refunds.add(sandbox.refunds().make(session));
            case 2 -> {
                sandbox.refunds().next(RefundOutcome.PENDING);
                refunds.add(sandbox.refunds().make(session, 1 + random.nextInt(500)));
            }
            case 3 -> moveRefund();
            case 4 -> disputes.add(sandbox.disputes().chargeback(session, 1 + random.nextInt(999), "fraudulent"));
            case 5 -> disputes.add(sandbox.disputes().inquiry(session));
            case 6 -> moveDispute();
            case 7 -> refundOurselves(session, turn);
            case 8 -> shop.with(economy -> economy.checkout().confirm(buyer, session));
            default -> spend(turn);
        }
    }

    private void moveRefund() {
        if (!refunds.isEmpty()) {
            String refund = refunds.get(random.nextInt(refunds.size()));
            switch (random.nextInt(3)) {
                case 0 -> sandbox.refunds().succeed(refund);
                case 1 -> sandbox.refunds().fail(refund);
                default -> sandbox.refunds().cancel(refund);
            }
        }
    }

    private void moveDispute() {
        if (!disputes.isEmpty()) {
            String dispute = disputes.get(random.nextInt(disputes.size()));
            switch (random.nextInt(4)) {
                case 0 -> sandbox.disputes().escalate(dispute);
                case 1 -> sandbox.disputes().win(dispute);
                case 2 -> sandbox.disputes().lose(dispute);
                default -> sandbox.disputes().closeWarning(dispute);
            }
        }
    }

    private void refundOurselves(String session, int turn) {
        IdempotencyKey key = IdempotencyKey.of("refund-" + session + "-" + turn);
        RefundAmount amount = RefundAmount.ofTokens(1L + random.nextInt(110));
        shop.with(economy ->
                Books.orderOf(economy, buyer).map(order -> economy.refunds().refund(order.id(), amount, key)));
    }

    private void spend(int turn) {
        long tokens = 1L + random.nextInt(60);
        IdempotencyKey key = IdempotencyKey.of("spend-" + buyer + "-" + turn);
        boolean stands =
                shop.with(economy -> economy.ledger().spend(buyer, tokens, key).stands());
        if (stands) {
            spent += tokens;
        }
    }
}
