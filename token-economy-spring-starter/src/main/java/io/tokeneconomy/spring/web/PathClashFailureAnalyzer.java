package io.tokeneconomy.spring.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which controller to move, instead of a stack trace. */
final class PathClashFailureAnalyzer extends AbstractFailureAnalyzer<PathClashException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PathClashException cause) {
        return new FailureAnalysis(
                "The path " + cause.path() + " is mapped by " + cause.controller()
                        + " and by Token Economy, whose filter stands before it.",
                "Map the controller to another path; or switch our pages off with token-economy.web.pages=false, or all of"
                        + " it with token-economy.web.enabled=false.",
                cause);
    }
}
