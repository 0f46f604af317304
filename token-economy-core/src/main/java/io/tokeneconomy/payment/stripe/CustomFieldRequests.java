package io.tokeneconomy.payment.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams.CustomField.Dropdown;
import com.stripe.param.checkout.SessionCreateParams.CustomField.Label;
import io.tokeneconomy.payment.CustomField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop's questions in Stripe's words, and their answers. */
final class CustomFieldRequests {

    private CustomFieldRequests() {}

    static com.stripe.param.checkout.SessionCreateParams.CustomField param(CustomField field) {
        var param = com.stripe.param.checkout.SessionCreateParams.CustomField.builder()
                .setKey(field.key())
                .setLabel(Label.builder()
                        .setType(Label.Type.CUSTOM)
                        .setCustom(field.label())
                        .build())
                .setType(type(field.type()))
                .setOptional(!field.required());
        return field.choices().isEmpty()
                ? param.build()
                : param.setDropdown(choices(field.choices())).build();
    }

    private static Dropdown choices(List<CustomField.Choice> choices) {
        return Dropdown.builder()
                .addAllOption(choices.stream()
                        .map(choice -> Dropdown.Option.builder()
                                .setValue(choice.value())
                                .setLabel(choice.label())
                                .build())
                        .toList())
                .build();
    }

    private static com.stripe.param.checkout.SessionCreateParams.CustomField.Type type(CustomField.Type type) {
        return switch (type) {
            case TEXT -> com.stripe.param.checkout.SessionCreateParams.CustomField.Type.TEXT;
            case NUMERIC -> com.stripe.param.checkout.SessionCreateParams.CustomField.Type.NUMERIC;
            case DROPDOWN -> com.stripe.param.checkout.SessionCreateParams.CustomField.Type.DROPDOWN;
        };
    }

    /** Nothing depends on an answer, so that a strange one is left out and never keeps a payment from being credited. */
    static Map<String, String> answers(@Nullable List<Session.CustomField> fields) {
        Map<String, String> answers = new HashMap<>();
        for (Session.CustomField field : fields == null ? List.<Session.CustomField>of() : fields) {
            @Nullable String key = field.getKey();
            @Nullable String value = value(field);
            if (key != null && value != null) {
                answers.put(key, value);
            }
        }
        return answers;
    }

    private static @Nullable String value(Session.CustomField field) {
        if (field.getText() != null) {
            return field.getText().getValue();
        }
        if (field.getNumeric() != null) {
            return field.getNumeric().getValue();
        }
        return field.getDropdown() == null ? null : field.getDropdown().getValue();
    }
}
