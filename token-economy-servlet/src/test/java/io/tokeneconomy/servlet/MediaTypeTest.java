package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON ; CHARSET=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/json; charset=utf-8; v=1",
                "application/json; v=\"a; b\"",
                "application/json;",
                "application/json; ; v=1 ;"
            })
    void parametersMakeNoDifference(String type) {
        assertThat(MediaType.isUtf8Json(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "appli cation/js\"on",
                "\"application/json\"",
                "application/jsonx",
                "application/json+x",
                "text/plain; a=application/json",
                "application/json, text/plain",
                "application/json charset=utf-8",
                "application/json;charset=utf8",
                "application/json;charset=utf-16",
                "application/json;v=1;Charset=us-ascii",
                "application/json;charset=utf-8;charset=latin1",
                "application/json;charset =utf-8",
                "application/json;charset=",
                "application/json;v=\"open",
                "application/json;v=\"a\"b"
            })
    void anythingElseIsNotJson(String type) {
        assertThat(MediaType.isUtf8Json(type)).isFalse();
    }

    @Test
    void aLongHeaderIsReadWithoutRunningOutOfStack() {
        assertThat(MediaType.isUtf8Json("application/json" + ";".repeat(100_000)))
                .isTrue();
        assertThat(MediaType.isUtf8Json("application/json;v=" + "a".repeat(100_000) + "@"))
                .isFalse();
    }
}
