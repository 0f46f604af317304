package io.tokeneconomy.spring;

import org.jspecify.annotations.Nullable;

/** A property of ours is missing or refused, so that the application cannot start. */
final class InvalidPropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Setting setting;

    InvalidPropertyException(Setting setting, String problem, @Nullable Throwable cause) {
        super("The property " + setting.property() + " " + problem, cause);
        this.setting = setting;
    }

    Setting setting() {
        return setting;
    }
}
