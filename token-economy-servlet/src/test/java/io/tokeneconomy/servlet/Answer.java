package io.tokeneconomy.servlet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;

/** What came back. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonObject json() {
        return JsonParser.parseString(body()).getAsJsonObject();
    }

    JsonElement field(String name) {
        return json().get(name);
    }

    String text(String name) {
        return field(name).getAsString();
    }

    String header(String name) {
        return String.join(", ", headers(name));
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }
}
