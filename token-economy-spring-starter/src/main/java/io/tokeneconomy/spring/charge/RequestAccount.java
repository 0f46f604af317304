package io.tokeneconomy.spring.charge;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.servlet.UserResolver;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The user of the request that the thread works for. */
public final class RequestAccount implements CurrentAccount {

    private final UserResolver users;

    /** @param users tells who sent a request */
    public RequestAccount(UserResolver users) {
        this.users = users;
    }

    @Override
    public Optional<AccountId> find() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? users.resolve(request.getRequest())
                : Optional.empty();
    }

    /** The request's {@code Idempotency-Key}; empty outside of requests. */
    static Optional<String> idempotencyKey() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.ofNullable(request.getRequest().getHeader("Idempotency-Key"))
                : Optional.empty();
    }
}
