package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpSettings;
import java.util.Map;

/**
 * What buyers are asked to allow: that a package is bought again by itself.
 *
 * @param threshold when fewer tokens than this are available
 * @param period the period of the cap
 * @param times at most so often in it
 */
record TopUpOffer(long threshold, Period period, long times) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    TopUpOffer {
        TopUpSettings.of("any", threshold, TopUpCap.times(period, times));
    }

    /** {@return the terms as the form carries them: an agreement holds only for those that were shown} */
    String id() {
        return threshold + "-" + period + "-" + times;
    }

    TopUpSettings settings(String packageId) {
        return TopUpSettings.of(packageId, threshold, TopUpCap.times(period, times));
    }

    /** {@return the words beside the box} */
    String wish(Messages language) {
        return language.text("topup.wish", Map.of("tokens", language.tokens(threshold)));
    }

    /** {@return what it means, below the packages} */
    String terms(Messages language) {
        return language.text("topup.terms", Map.of("cap", cap(language, period, times)));
    }

    static String cap(Messages language, Period period, long times) {
        return language.text("topup.cap." + period, Map.of("count", language.number(times)));
    }
}
