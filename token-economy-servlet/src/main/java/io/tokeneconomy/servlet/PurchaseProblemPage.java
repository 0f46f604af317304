package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Errors of the success page: whoever reads them may just have paid, and must not think that the payment failed. */
final class PurchaseProblemPage implements Problems {

    private static final int SERVER_ERRORS = 500;

    private final PageKit kit;
    private final ProblemPage page;

    PurchaseProblemPage(PageKit kit) {
        this.kit = kit;
        this.page = new ProblemPage(kit);
    }

    @Override
    public Reply answer(HttpServletRequest request, Problem problem) {
        if (problem.code() == ProblemCode.NOT_SIGNED_IN) {
            return inWords(request, problem, "status.signin");
        }
        return problem.code().status() < SERVER_ERRORS
                ? page.answer(request, problem)
                : inWords(request, problem, "status.UNREACHABLE");
    }

    private Reply inWords(HttpServletRequest request, Problem problem, String key) {
        View view = kit.view(request, Optional.empty());
        String title = view.text(key + ".title");
        boolean signIn = problem.code() == ProblemCode.NOT_SIGNED_IN;
        Html actions = signIn ? Actions.signIn(view) : Actions.home(view);
        Html content = ProblemPage.message(view, title, view.text(key + ".text"), actions);
        return problem.withHeaders(view.page(problem.code().status(), title, content));
    }
}
