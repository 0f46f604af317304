package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a shop says against a dispute ({@code docs.stripe.com/api/disputes/update}); files are not taken. */
final class DisputeEvidence {

    /** Characters of one text, and of all texts of a dispute together. */
    static final int MAX_TEXT = 20_000;

    static final int MAX_TEXTS = 150_000;

    static final String FIELD = "evidence";

    private static final List<String> TEXTS = List.of(
            "access_activity_log",
            "billing_address",
            "cancellation_policy_disclosure",
            "cancellation_rebuttal",
            "customer_email_address",
            "customer_name",
            "customer_purchase_ip",
            "duplicate_charge_explanation",
            "duplicate_charge_id",
            "product_description",
            "refund_policy_disclosure",
            "refund_refusal_explanation",
            "service_date",
            "shipping_address",
            "shipping_carrier",
            "shipping_date",
            "shipping_tracking_number",
            "uncategorized_text");
    private static final List<String> NOT_TAKEN = List.of(
            "cancellation_policy",
            "customer_communication",
            "customer_signature",
            "duplicate_charge_documentation",
            "enhanced_evidence][**",
            "receipt",
            "refund_policy",
            "service_documentation",
            "shipping_documentation",
            "uncategorized_file");

    private DisputeEvidence() {}

    static String[] accepted() {
        return Stream.concat(
                        TEXTS.stream().map(name -> FIELD + "[" + name + "]"),
                        NOT_TAKEN.stream().map(name -> "!" + FIELD + "[" + name + "]"))
                .toArray(String[]::new);
    }

    /** The evidence with the given texts set, an empty one unset; the dispute stays as it is. */
    static JsonObject merged(JsonObject dispute, Params params) {
        JsonObject evidence = Shapes.render(dispute).getAsJsonObject(FIELD);
        Map<String, String> given = params.entries(FIELD);
        given.forEach((name, text) -> evidence.add(name, Json.of(text.isEmpty() ? null : text)));
        for (String name : given.keySet()) {
            requireAtMost(MAX_TEXT, length(evidence, name), params.inside(FIELD).path(name), "This text");
        }
        long all = TEXTS.stream().mapToLong(name -> length(evidence, name)).sum();
        requireAtMost(MAX_TEXTS, all, params.path(FIELD), "The evidence altogether");
        return evidence;
    }

    /** Whether anything is said. */
    static boolean isGiven(JsonObject evidence) {
        return evidence.entrySet().stream().map(Map.Entry::getValue).anyMatch(JsonElement::isJsonPrimitive);
    }

    private static long length(JsonObject evidence, String name) {
        @Nullable String text = Json.string(evidence, name);
        return text == null ? 0 : text.length();
    }

    private static void requireAtMost(int max, long length, String path, String what) {
        if (length > max) {
            throw StripeError.invalid(
                    null, path, what + " has " + length + " characters; at most " + max + " are allowed.");
        }
    }
}
