package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's console below {@value #ROOT}:
 *
 * <ol>
 *   <li>Whom the host does not call an operator is not answered at all.
 *   <li>A post needs the token of a form of this operator and session.
 *   <li>A page is answered, a file, or the way to another page; what fails is told in the same frame.
 * </ol>
 *
 * Thread-safe. Creates no session.
 */
public final class Console implements AutoCloseable {

    /** Where the console is, within the application. */
    public static final String ROOT = "/tokens/admin";

    /** Whose history the operators' log is: an account of no user. */
    public static final AccountId LOG = AccountId.of("te:operators");

    private static final String BELOW = ROOT + "/";
    private static final long MOST_BYTES = 65_536;

    private final ConsoleSettings settings;
    private final FormGuard guard;
    private final InstantSource time;
    private final Jobs jobs;
    private final Screens screens;

    /**
     * @param economy what is looked after; stays open
     * @param settings who may, and what is reckoned with
     * @param guard keeps other sites' forms out
     * @param time the time of what is shown and asked for
     */
    public Console(TokenEconomy economy, ConsoleSettings settings, FormGuard guard, InstantSource time) {
        this.settings = settings;
        this.guard = guard;
        this.time = time;
        this.jobs = new Jobs(time);
        this.screens = new Screens(economy, settings, jobs);
    }

    /**
     * Answers a request.
     *
     * @param path within the application
     * @return whether it was answered; otherwise it is nobody's but the host's
     * @throws IOException when the answer cannot be sent
     */
    public boolean answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path.equals(ROOT) && !path.startsWith(BELOW)) {
            return false;
        }
        Optional<String> operator = settings.operators().resolve(request);
        if (operator.isEmpty()) {
            return false;
        }
        new Audit(operator.get(), "a name that can stand in the ledger");
        Sending sending = new Sending(request, response, operator.get());
        if (path.equals(ROOT)) {
            sending.redirect("admin/");
        } else {
            answer(path.substring(BELOW.length()), request, response, sending);
        }
        return true;
    }

    private void answer(String place, HttpServletRequest request, HttpServletResponse response, Sending sending)
            throws IOException {
        Optional<Asset> asset = screens.asset(place);
        if (asset.isPresent()) {
            sending.asset(asset.get());
            return;
        }
        try {
            Screen screen = screens.find(place, request.getMethod());
            Map<String, String> values = values(request);
            if (request.getMethod().equals("POST")) {
                requireOurForm(sending.operator(), values, request);
            }
            String csrf = guard.token(sending.operator(), request, response);
            Visit visit = new Visit(sending.operator(), values, csrf, time.instant());
            sending.send(screen.show(visit), Screens.navigation(place));
        } catch (RuntimeException failure) {
            sending.send(Failures.page(place, failure), Screens.navigation(place));
        }
    }

    private static Map<String, String> values(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new WrongRequestException(413, "The form is too large.");
        }
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        Map<String, String> values = new LinkedHashMap<>();
        parameters(request).forEach((name, given) -> {
            if (given.length != 1) {
                throw new WrongRequestException(400, "“" + name + "” is given more than once.");
            }
            values.put(name, given[0]);
        });
        return values;
    }

    /** On what is no query and no form, some containers throw what they like. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RuntimeException unreadable) {
            throw new WrongRequestException(400, "The request cannot be read.");
        }
    }

    private void requireOurForm(String operator, Map<String, String> values, HttpServletRequest request) {
        if (!guard.allows(operator, values.getOrDefault(Visit.CSRF, ""), request)) {
            throw new WrongRequestException(
                    403,
                    "This form is not, or no longer, yours: it is over 24 hours old, or was made for another session."
                            + " Nothing was done. Go back, load the page again and repeat.");
        }
    }

    /** Ends what runs in the background. */
    @Override
    public void close() {
        jobs.close();
    }
}
