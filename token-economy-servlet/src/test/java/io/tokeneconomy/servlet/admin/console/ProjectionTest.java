package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.servlet.admin.CardFees;
import io.tokeneconomy.servlet.admin.console.Projection.Line;
import io.tokeneconomy.servlet.admin.console.Projection.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    @Test
    void theStandardScenarioComesOutExactly() {
        List<Part> mix = List.of(
                new Part("Starter", 499, 50, 30),
                new Part("Popular", 999, 110, 50),
                new Part("Pro", 1_999, 250, 15),
                new Part("Creator", 4_999, 700, 5));
        Projection projection = new Projection(1_000, mix, CardFees.STRIPE_US, 7_500);
        assertThat(projection.grossMinor()).isEqualTo(1_199_000);
        assertThat(projection.feesMinor()).isEqualTo(64_771);
        assertThat(projection.netMinor()).isEqualTo(1_126_729);
        assertThat(projection.tokens()).isEqualTo(142_500);
        assertThat(projection.lines()).extracting(Line::count).containsExactly(300L, 500L, 150L, 50L);
    }

    @Property
    void nothingIsLostOrMadeUp(
            @ForAll @LongRange(max = Projection.MAX_PURCHASES) long purchases,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100) Integer> cuts,
            @ForAll @LongRange(max = 99_999_999) long price,
            @ForAll @IntRange(max = 10_000) int basisPoints,
            @ForAll @LongRange(max = 1_000_000) long fixed) {
        Projection projection = new Projection(purchases, mix(cuts, price), new CardFees(basisPoints, fixed), 7);
        assertThat(projection.lines().stream().mapToLong(Line::count).sum()).isEqualTo(purchases);
        assertThat(projection.grossMinor())
                .isEqualTo(projection.lines().stream()
                        .mapToLong(line -> line.count() * line.part().priceMinor())
                        .sum());
        for (Line line : projection.lines()) {
            assertThat(line.count() - purchases * line.part().share() / 100).isBetween(0L, 1L);
        }
        BigDecimal share = BigDecimal.valueOf(projection.grossMinor())
                .multiply(BigDecimal.valueOf(basisPoints, 4))
                .setScale(0, RoundingMode.HALF_UP);
        assertThat(projection.feesMinor()).isEqualTo(share.longValueExact() + fixed * purchases);
        assertThat(projection.netMinor() + projection.feesMinor() + 7).isEqualTo(projection.grossMinor());
    }

    @Test
    void feesAreRoundedOnceHalfUp() {
        CardFees half = new CardFees(5_000, 0);
        assertThat(half.of(1, 1)).isEqualTo(1);
        assertThat(half.of(3, 1)).isEqualTo(2);
        assertThat(new CardFees(4_999, 0).of(1, 1)).isZero();
        assertThat(new CardFees(10_000, 0).of(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new CardFees(10_000, 1).of(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ratesHaveLimits() {
        assertThat(new CardFees(10_000, 1_000_000).of(1, 1)).isEqualTo(1_000_001);
        assertThatThrownBy(() -> new CardFees(-1, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CardFees(10_001, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CardFees(0, -1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CardFees(0, 1_000_001)).isInstanceOf(InvalidValueException.class);
    }

    /** Shares of 100 in all, cut at any places; each package costs one more. */
    private static List<Part> mix(List<Integer> cuts, long price) {
        List<Integer> sorted = new ArrayList<>(cuts.stream().sorted().toList());
        sorted.add(100);
        List<Part> mix = new ArrayList<>();
        int before = 0;
        for (int cut : sorted) {
            mix.add(new Part("p" + mix.size(), price + mix.size(), 1, cut - before));
            before = cut;
        }
        return mix;
    }
}
