package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.Refund;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyBackTest {

    private static final long MOST = LedgerLimits.MAX_AMOUNT;

    @ParameterizedTest
    @CsvSource({
        "999, 0, 0, 110, 0",
        "999, 1, 0, 110, 0",
        "999, 10, 0, 110, 1",
        "999, 333, 0, 110, 36",
        "999, 998, 0, 110, 109",
        "999, 999, 0, 110, 110",
        "999, 500, 499, 110, 110",
        "999, 500, 999, 110, 110",
        "999, 0, 500, 110, 55",
        "0, 0, 0, 110, 0",
        "0, 5, 0, 110, 0"
    })
    @StripeRule(97)
    void takesTokensInProportionAndRoundsForTheBuyer(
            long charged, long refunded, long disputed, long bought, long back) {
        assertThat(new MoneyBack(charged, refunded, disputed).tokensOf(bought)).isEqualTo(back);
    }

    @Property(tries = 5_000)
    @StripeRule({97, 109})
    void isExactMonotoneAndNeverMoreThanBought(
            @ForAll @LongRange(min = 1, max = 99_999_999) long charged,
            @ForAll @LongRange(min = 1, max = MOST) long bought,
            @ForAll @LongRange(min = 0, max = 99_999_999) long first,
            @ForAll @LongRange(min = 0, max = 99_999_999) long more) {
        long less = new MoneyBack(charged, first, 0).tokensOf(bought);
        long greater = new MoneyBack(charged, first, more).tokensOf(bought);
        assertThat(less).isBetween(0L, greater);
        assertThat(greater).isLessThanOrEqualTo(bought);
        assertThat(new MoneyBack(charged, charged, more).tokensOf(bought)).isEqualTo(bought);
    }

    @ParameterizedTest
    @EnumSource(Refund.Status.class)
    @StripeRule(89)
    void countsRefundsThatAreWithTheBuyerOrOnTheirWay(Refund.Status status) {
        boolean counts = status == Refund.Status.PENDING || status == Refund.Status.SUCCEEDED;
        Refund refund = new Refund("re_1", 400, "usd", status, Map.of());
        assertThat(MoneyBack.of(payment(List.of(refund), List.of())).refunded()).isEqualTo(counts ? 400 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "INQUIRY, UNTOLD, false",
        "OPEN, UNTOLD, true",
        "WON, UNTOLD, false",
        "LOST, UNTOLD, true",
        "OTHER, UNTOLD, false",
        "INQUIRY, WITHDRAWN, true",
        "OPEN, WITHDRAWN, true",
        "WON, WITHDRAWN, false",
        "LOST, WITHDRAWN, true",
        "OTHER, WITHDRAWN, true",
        "INQUIRY, RETURNED, false",
        "OPEN, RETURNED, false",
        "WON, RETURNED, false",
        "LOST, RETURNED, false",
        "OTHER, RETURNED, false"
    })
    @StripeRule({105, 107})
    void countsDisputesWhoseMoneyIsGone(Dispute.Status status, Dispute.Funds funds, boolean counts) {
        Dispute dispute = new Dispute("du_1", 400, "usd", status, funds);
        assertThat(MoneyBack.of(payment(List.of(), List.of(dispute))).disputed())
                .isEqualTo(counts ? 400 : 0);
    }

    @Test
    void addsUpAll() {
        Refund refund = new Refund("re_1", 100, "usd", Refund.Status.SUCCEEDED, Map.of());
        Dispute dispute = new Dispute("du_1", 300, "usd", Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        assertThat(MoneyBack.of(payment(List.of(refund, refund), List.of(dispute, dispute))))
                .isEqualTo(new MoneyBack(999, 200, 600));
    }

    private static Payment payment(List<Refund> refunds, List<Dispute> disputes) {
        return new Payment("pi_1", PaymentMode.TEST, 999, "usd", refunds, disputes);
    }
}
