package io.tokeneconomy.servlet;

import java.util.function.Function;

/** Errors of the success page: whoever reads them may just have paid, and must not think that the payment failed. */
final class PurchaseProblemPage implements Function<Problem, Reply> {

    private static final int SERVER_ERRORS = 500;

    private final ProblemPage page;

    PurchaseProblemPage(ProblemPage page) {
        this.page = page;
    }

    @Override
    public Reply apply(Problem problem) {
        if (problem.code() == ProblemCode.NOT_SIGNED_IN) {
            return page.apply(
                    problem,
                    "You are not signed in",
                    "If you paid, your payment is safe and the tokens arrive by themselves. Sign in to see them.");
        }
        return problem.code().status() < SERVER_ERRORS
                ? page.apply(problem)
                : page.apply(
                        problem,
                        "We cannot check your payment right now",
                        "We cannot check your payment right now. Do not pay again: if you paid, the tokens arrive by"
                                + " themselves.");
    }
}
