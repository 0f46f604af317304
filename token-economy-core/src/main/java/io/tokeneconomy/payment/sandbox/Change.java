package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One object's new value, or its removal.
 *
 * @param value null: removed
 */
record Change(Kind kind, String id, @Nullable JsonObject value) {}
