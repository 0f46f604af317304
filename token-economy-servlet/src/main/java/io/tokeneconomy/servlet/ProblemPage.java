package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** An error for a person to read. */
final class ProblemPage implements Problems {

    private static final Template MESSAGE = Template.load("message");

    private final PageKit kit;
    private final Page next;

    /** Errors of pages from which one goes on to the packages. */
    ProblemPage(PageKit kit) {
        this(kit, Page.BUY);
    }

    /** @param next where one goes on */
    ProblemPage(PageKit kit, Page next) {
        this.kit = kit;
        this.next = next;
    }

    @Override
    public Reply answer(HttpServletRequest request, Problem problem) {
        Messages language = kit.languages().of(request);
        String key = "problem." + problem.code().code();
        String text = language.textOr("error." + problem.code().code(), problem.detail());
        return answer(
                request,
                problem,
                language.textOr(key + ".title", problem.code().title()),
                language.textOr(key + ".text", text));
    }

    private Reply answer(HttpServletRequest request, Problem problem, String title, String text) {
        View view = kit.view(request, Optional.empty());
        Html actions = problem.code() == ProblemCode.NOT_SIGNED_IN ? Actions.signIn(view) : Actions.to(view, next);
        return problem.withHeaders(view.page(problem.code().status(), title, message(view, title, text, actions)));
    }

    /** {@return a headline, a sentence, and links} */
    static Html message(View view, String title, String text, Html actions) {
        return view.fill(MESSAGE, Map.of("title", title, "text", text, "actions", actions));
    }
}
