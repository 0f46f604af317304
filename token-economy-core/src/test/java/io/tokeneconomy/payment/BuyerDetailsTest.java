package io.tokeneconomy.payment;

import static io.tokeneconomy.payment.BuyerDetails.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.CustomField.Choice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuyerDetailsTest {

    @Test
    void eachChangeKeepsTheRest() {
        CustomField field = CustomField.numeric("tax", "Tax number");

        assertThat(NONE.withFields(field).withReceiptTo("b@example.org").withEmail("a@example.org"))
                .isEqualTo(new BuyerDetails("a@example.org", "b@example.org", List.of(field)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "a@b, c@d"})
    void whatIsNoAddressIsNamed(String wrong) {
        String shown = " is \"" + wrong.length() + " characters, hidden\", allowed is: one address";
        refused("email" + shown, () -> NONE.withEmail(wrong));
        refused("receiptEmail" + shown, () -> NONE.withReceiptTo(wrong));
    }

    @Test
    void anAddressIsInNoTextForLogs() {
        BuyerDetails buyer = NONE.withEmail("alice@example.org")
                .withReceiptTo("books@example.org")
                .withFields(CustomField.text("po", "Purchase order"));

        assertThat(CheckoutOptions.NONE.withBuyer(buyer).toString())
                .contains("email=hidden, receiptEmail=hidden", "Purchase order")
                .doesNotContain("example.org");
        assertThat(NONE.toString()).contains("email=null, receiptEmail=null");
    }

    @Test
    void addressesHaveUpTo254Characters() {
        String longest = "a".repeat(250) + "@b.c";

        assertThat(NONE.withEmail(longest).email()).isEqualTo(longest);
        assertThat(NONE.withEmail("a@b").email()).isEqualTo("a@b");
        refused("email is", () -> NONE.withEmail("a" + longest));
    }

    @Test
    void threeQuestionsWithDifferentKeys() {
        CustomField[] fields = IntStream.range(0, 4)
                .mapToObj(i -> CustomField.text("k" + i, "Question"))
                .toArray(CustomField[]::new);

        assertThat(NONE.withFields(fields[0], fields[1], fields[2]).fields()).hasSize(3);
        refused("custom fields is 4, allowed is: 0 to 3", () -> NONE.withFields(fields));
        refused("custom fields is [k0, k0], allowed is: each key once", () -> NONE.withFields(fields[0], fields[0]));
    }

    @Test
    void everyWrongValueOfAQuestionIsNamed() {
        Choice red = new Choice("r", "Red");
        assertThat(CustomField.text("k".repeat(200), "l".repeat(50)).required()).isTrue();
        assertThat(CustomField.dropdown("k", "Colour", red).optional().required())
                .isFalse();
        refused("customField.key is", () -> CustomField.text("k".repeat(201), "Label"));
        refused("customField.key is", () -> CustomField.text("a-b", "Label"));
        refused("customField.k.label is", () -> CustomField.text("k", "l".repeat(51)));
        refused("customField.k.label is", () -> CustomField.text("k", " "));
        refused("customField.k.choices is 0, allowed is: 1 to 200", () -> CustomField.dropdown("k", "Colour"));
        refused(
                "customField.k.choices is 1, allowed is: 0 to 0",
                () -> new CustomField("k", "Colour", CustomField.Type.TEXT, true, List.of(red)));
        refused("customField.k.choices is", () -> CustomField.dropdown("k", "Colour", red, red));
        refused("choice.value is", () -> new Choice("r d", "Red"));
        refused("choice.value is", () -> new Choice("r".repeat(101), "Red"));
        refused("choice.r.label is", () -> new Choice("r", "R".repeat(101)));
    }

    @Test
    void upTo200Choices() {
        assertThat(CustomField.dropdown("k", "Colour", choices(200)).choices()).hasSize(200);
        refused("customField.k.choices is 201", () -> CustomField.dropdown("k", "Colour", choices(201)));
    }

    private static Choice[] choices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Choice("v" + i, "Label"))
                .toArray(Choice[]::new);
    }

    private static void refused(String message, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(message);
    }
}
