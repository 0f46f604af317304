package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** Where a buyer changes the quantity of an item, on the payment page: the sums follow before he pays. */
final class QuantityForm {

    /** The last part of the address that it is sent to. */
    static final String PATH = "/quantity";

    private static final String ITEM = "item";
    private static final String QUANTITY = "quantity";

    private QuantityForm() {}

    /** HTML; empty when the quantity of the item is fixed. */
    static String of(JsonObject session, int index, JsonObject item) {
        if (!item.get("adjustable_quantity").isJsonObject()) {
            return "";
        }
        JsonObject bounds = item.getAsJsonObject("adjustable_quantity");
        String id = QUANTITY + index;
        return "<form method=\"post\" class=\"quantity\" action=\""
                + HostedPage.escape(SessionPlace.path(session) + PATH) + "\"><input type=\"hidden\" name=\"" + ITEM
                + "\" value=\"" + index + "\"><label for=\"" + id + "\">Quantity</label><input id=\"" + id
                + "\" type=\"number\" required name=\"" + QUANTITY + "\" min=\"" + Json.number(bounds, "minimum")
                + "\" max=\"" + Json.number(bounds, "maximum") + "\" value=\"" + Json.number(item, QUANTITY)
                + "\"><button>Update</button></form>";
    }

    /** @throws StripeError when the session does not allow it */
    static void apply(Cashier cashier, String session, Params form) {
        Long index = form.integer(ITEM, 0, LineItems.MAX_ITEMS - 1L);
        Long quantity = form.integer(QUANTITY, 0, LineItems.MAX_QUANTITY);
        if (index != null && quantity != null) {
            cashier.adjust(session, index.intValue(), quantity);
        }
    }
}
