package io.tokeneconomy.spring.web;

import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.WorkNotRunException;
import io.tokeneconomy.spring.charge.InvalidChargeException;
import io.tokeneconomy.spring.charge.NotSignedInException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers what the ledger refused in a controller with {@code application/problem+json}: 402 when tokens are lacking, 401
 * when nobody is signed in, 400 when what was sent makes no charge, 409 otherwise. A handler of the application's own for these exceptions goes first.
 */
@ControllerAdvice
public final class RefusalAdvice {

    /** For the auto-configuration. */
    public RefusalAdvice() {}

    /** {@return the answer to an operation that was refused} */
    @ExceptionHandler
    public ResponseEntity<ProblemDetail> refused(OperationRefusedException refused) {
        if (refused.outcome() instanceof Outcome.Insufficient few) {
            ProblemDetail problem = problem(
                    HttpStatus.PAYMENT_REQUIRED, "insufficient_tokens", "Not enough tokens: buy some and try again.");
            problem.setProperty("available", few.available());
            problem.setProperty("required", few.required());
            return answer(problem);
        }
        return answer(problem(HttpStatus.CONFLICT, "tokens_refused", "The tokens for this cannot be taken now."));
    }

    /** {@return the answer to work that did not run since its key is taken} */
    @ExceptionHandler
    public ResponseEntity<ProblemDetail> notRun(WorkNotRunException notRun) {
        return answer(
                notRun.retryable()
                        ? problem(HttpStatus.CONFLICT, "in_progress", "This is being done already: try again soon.")
                        : problem(HttpStatus.CONFLICT, "already_charged", "This was done and paid for before."));
    }

    /** {@return the answer to whoever is nobody} */
    @ExceptionHandler
    public ResponseEntity<ProblemDetail> nobody(NotSignedInException nobody) {
        return answer(problem(HttpStatus.UNAUTHORIZED, "not_signed_in", "Sign in: this costs tokens."));
    }

    /** {@return the answer to a key, an account or a number of tokens that is none} */
    @ExceptionHandler
    public ResponseEntity<ProblemDetail> invalid(InvalidChargeException invalid) {
        return answer(problem(
                HttpStatus.BAD_REQUEST,
                "invalid_" + invalid.field(),
                switch (invalid.field()) {
                    case "key" -> "The Idempotency-Key is none: 1 to 255 printable ASCII characters without blanks.";
                    case "account" -> "Nobody of this name can have tokens.";
                    default -> "What was asked for cannot be paid with tokens.";
                }));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
