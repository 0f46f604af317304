package io.tokeneconomy.ledger.store;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps tests that must fail out of every run but the one that expects it. */
final class OnlyOnPurpose implements ExecutionCondition {

    /** The launcher's parameter that says so. */
    static final String PURPOSE = "io.tokeneconomy.broken.on.purpose";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(PURPOSE).isPresent()
                ? ConditionEvaluationResult.enabled("expected to fail")
                : ConditionEvaluationResult.disabled("broken on purpose: only LedgerStoreContractTest runs it");
    }
}
