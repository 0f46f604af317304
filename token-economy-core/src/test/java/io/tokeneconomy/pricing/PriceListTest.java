package io.tokeneconomy.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Remainder;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final Price IMAGE = Price.fixed("image", 5);
    private static final Price LATER = Price.fixed("image", 8).from(NEW_YEAR);
    private static final Price LLM = Price.metered("llm", new MeterRate(1, 1_000));

    private final PriceList list = PriceList.of(LATER, LLM, IMAGE);

    @Test
    void thePriceInForceIsTheLatestThatHasBegun() {
        assertThat(list.inForce("image", NEW_YEAR.minusNanos(1))).isEqualTo(IMAGE);
        assertThat(list.inForce("image", NEW_YEAR)).isEqualTo(LATER);
        assertThat(list.inForce("llm", Instant.EPOCH)).isEqualTo(LLM);
        assertThat(list.operations()).containsExactly("image", "llm");
        assertThat(list.versions("image")).containsExactly(IMAGE, LATER);
    }

    @Test
    void anUnknownOperationNamesTheKnownOnes() {
        assertThatThrownBy(() -> list.inForce("imgae", NEW_YEAR))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("imgae")
                .hasMessageContaining("image, llm");
        assertThatThrownBy(() -> PriceList.EMPTY.inForce("image", NEW_YEAR)).hasMessageContaining("empty");
        PriceList many = PriceList.of(
                IntStream.range(0, 30).mapToObj(i -> Price.fixed("op-" + i, 1)).toList());
        assertThatThrownBy(() -> many.inForce("image", NEW_YEAR)).hasMessageContaining("and 10 more");
    }

    @Test
    void anOperationWithoutAPriceYetTellsWhenItGetsOne() {
        assertThatThrownBy(() -> PriceList.of(LATER).inForce("image", NEW_YEAR.minusSeconds(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(NEW_YEAR.toString());
    }

    @Test
    void listsThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> PriceList.of(IMAGE, Price.fixed("image", 6)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("image");
        assertThatThrownBy(() -> PriceList.of(
                        IMAGE, Price.metered("image", new MeterRate(1, 2)).from(NEW_YEAR)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("same kind");
    }

    @Test
    void aListHasALimit() {
        List<Price> most = IntStream.range(0, PriceList.MAX_PRICES)
                .mapToObj(i -> IMAGE.from(NEW_YEAR.plusSeconds(i)))
                .toList();
        assertThat(PriceList.of(most).versions("image")).hasSize(PriceList.MAX_PRICES);
        List<Price> more = Collections.nCopies(PriceList.MAX_PRICES + 1, IMAGE);
        assertThatThrownBy(() -> PriceList.of(more)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void propertiesAreRead() {
        Properties properties = new Properties();
        properties.setProperty("token-economy.prices.image", " 5 , 8 from 2027-01-01T00:00:00Z");
        properties.setProperty("token-economy.prices.llm", "1 / 1000");
        properties.setProperty("token-economy.base-url", "ignored");

        PriceList read = PriceList.fromProperties(properties);

        assertThat(read.versions("image")).containsExactly(IMAGE, LATER);
        assertThat(read.versions("llm")).containsExactly(LLM);
        assertThat(read.toString()).isEqualTo(list.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "5.0",
                "5,",
                "five",
                "1/",
                "/5",
                "5 from",
                "5 from tomorrow",
                "5 since x",
                "0",
                "1/0",
                "9999999999999999999",
                "1/1000001",
                "5 from 1969-12-31T00:00:00Z",
                "5,6",
                "5 6"
            })
    void textsThatAreNoPricesAreRefusedWithTheirName(String text) {
        assertThatThrownBy(() -> PriceList.parse(Map.of("image", text))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theRefusalNamesOperationAndFormat() {
        assertThatThrownBy(() -> PriceList.parse(Map.of("image", "5.5")))
                .hasMessageContaining("image")
                .hasMessageContaining("5.5")
                .hasMessageContaining("1/1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "a b", "ä", "a/b", ".a"})
    void namesHaveAForm(String name) {
        assertThatThrownBy(() -> Price.fixed(name, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("operation");
    }

    @Test
    void namesHaveALength() {
        assertThat(Price.fixed("a".repeat(Price.MAX_NAME), 1).operation()).hasSize(100);
        assertThatThrownBy(() -> Price.fixed("a".repeat(Price.MAX_NAME + 1), 1))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "3, 15", "200000000000, 1000000000000"})
    void fixedPricesMultiply(long quantity, long tokens) {
        Estimate estimate = IMAGE.estimate(quantity);
        assertThat(estimate).isEqualTo(new Estimate(IMAGE, quantity, tokens, Remainder.ZERO));
        assertThat(estimate.most()).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 200_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
    void quantitiesThatCostTooMuchAreRefused(long quantity) {
        assertThatThrownBy(() -> IMAGE.estimate(quantity))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("quantity")
                .hasMessageContaining("200000000000");
    }

    @Test
    void meteredEstimatesTellThePartOfAToken() {
        assertThat(LLM.estimate(1_750)).isEqualTo(new Estimate(LLM, 1_750, 1, new Remainder(3, 4)));
        assertThat(LLM.estimate(1_750).most()).isEqualTo(2);
        assertThat(LLM.estimate(2_000)).isEqualTo(new Estimate(LLM, 2_000, 2, Remainder.ZERO));
        assertThat(LLM.estimate(2_000).most()).isEqualTo(2);
        Price dear = Price.metered("gpu", new MeterRate(MeterRate.MAX, 1));
        assertThat(dear.estimate(1_000_000).least()).isEqualTo(LedgerLimits.MAX_AMOUNT);
        assertThatThrownBy(() -> dear.estimate(1_000_001)).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 500)
    void meteredEstimatesAreExact(
            @ForAll @LongRange(min = 1, max = MeterRate.MAX) long tokens,
            @ForAll @LongRange(min = 1, max = MeterRate.MAX) long units,
            @ForAll @LongRange(min = 1, max = 1_000_000) long quantity) {
        Estimate estimate = Price.metered("m", new MeterRate(tokens, units)).estimate(quantity);
        BigInteger denominator = BigInteger.valueOf(estimate.part().denominator());
        BigInteger whole = BigInteger.valueOf(estimate.least()).multiply(denominator);
        BigInteger exact = whole.add(BigInteger.valueOf(estimate.part().numerator()));
        assertThat(exact.multiply(BigInteger.valueOf(units)))
                .isEqualTo(BigInteger.valueOf(quantity)
                        .multiply(BigInteger.valueOf(tokens))
                        .multiply(denominator));
    }
}
