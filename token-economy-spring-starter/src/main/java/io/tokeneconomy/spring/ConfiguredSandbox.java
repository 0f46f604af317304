package io.tokeneconomy.spring;

import io.tokeneconomy.payment.sandbox.SandboxException;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder;
import io.tokeneconomy.spring.properties.SandboxSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The sandbox that the properties ask for. */
final class ConfiguredSandbox {

    private ConfiguredSandbox() {}

    static StripeSandbox of(SandboxSettings settings, @Nullable String secretKey) {
        if (secretKey != null && secretKey.strip().matches("[sr]k_live_.*")) {
            throw new InvalidPropertyException(
                    Setting.SANDBOX, "is true beside a live key: buyers would get tokens for nothing", null);
        }
        StripeSandboxBuilder builder = StripeSandbox.builder();
        Setting.SANDBOX_PORT.checked(() -> builder.port(settings.port()));
        String journal = settings.journal();
        if (StringUtils.hasText(journal)) {
            builder.journal(Path.of(journal));
        }
        try {
            return builder.start();
        } catch (SandboxException e) {
            throw new InvalidPropertyException(Setting.SANDBOX, "cannot be: " + e.getMessage(), e);
        }
    }
}
