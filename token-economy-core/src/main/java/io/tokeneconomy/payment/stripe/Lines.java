package io.tokeneconomy.payment.stripe;

import com.stripe.model.LineItem;
import com.stripe.model.LineItemCollection;
import com.stripe.model.Price;
import io.tokeneconomy.payment.CheckoutSession.Line;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is bought in a session. Half of it would be misleading: then nothing is told. */
final class Lines {

    private Lines() {}

    static List<Line> read(@Nullable LineItemCollection items) {
        return items == null || Boolean.TRUE.equals(items.getHasMore())
                ? List.of()
                : items.getData().stream().map(Lines::read).toList();
    }

    private static Line read(LineItem item) {
        @Nullable Price price = item.getPrice();
        return new Line(
                price == null ? null : price.getId(),
                price == null ? null : price.getUnitAmount(),
                required("quantity", item.getQuantity()),
                required("amount_subtotal", item.getAmountSubtotal()),
                required("amount_discount", item.getAmountDiscount()),
                required("amount_total", item.getAmountTotal()));
    }

    private static <T> T required(String field, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "a line item has no " + field);
    }
}
