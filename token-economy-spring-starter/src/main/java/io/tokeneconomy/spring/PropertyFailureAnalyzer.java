package io.tokeneconomy.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which property to set, instead of a stack trace. */
final class PropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertyException cause) {
        Setting setting = cause.setting();
        String action = "Set " + setting.property() + " to " + setting.hint() + ".\n"
                + "Or switch Token Economy off with " + TokenEconomyProperties.PREFIX + ".enabled=false.";
        return new FailureAnalysis(cause.getMessage() + ".", action, cause);
    }
}
