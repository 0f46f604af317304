package io.tokeneconomy.servlet;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An error for a person to read. */
final class ProblemPage implements Function<Problem, Reply> {

    private static final Template SIGN_IN = Template.load("signin");

    private final @Nullable String loginPath;

    /** @param loginPath where to sign in, within the application; null when nobody said */
    ProblemPage(@Nullable String loginPath) {
        this.loginPath = loginPath;
    }

    @Override
    public Reply apply(Problem problem) {
        return apply(problem, problem.code().title(), problem.detail());
    }

    /** The same page in other words. */
    Reply apply(Problem problem, String title, String text) {
        Html content = PageFrame.message(title, text, signIn(problem));
        return problem.withHeaders(PageFrame.page(problem.code().status(), "", title, content));
    }

    private Html signIn(Problem problem) {
        return problem.code() == ProblemCode.NOT_SIGNED_IN && loginPath != null
                ? SIGN_IN.with(Map.of("href", ".." + loginPath))
                : Html.NOTHING;
    }
}
