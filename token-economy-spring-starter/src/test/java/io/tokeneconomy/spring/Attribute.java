package io.tokeneconomy.spring;

import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How an application may call the ledger, and how that ends. */
@SuppressWarnings("ImmutableEnumChecker")
enum Attribute {
    NONE("no transaction", (host, work) -> work.run()),
    REQUIRED("`REQUIRED`", (host, work) -> host.in(required(), work)),
    REQUIRED_FAILS("`REQUIRED`, throws", (host, work) -> host.failing(required(), work)),
    ROLLBACK_ONLY(
            "`REQUIRED`, set rollback-only",
            (host, work) -> host.template(required()).executeWithoutResult(status -> {
                work.run();
                status.setRollbackOnly();
            })),
    READ_ONLY("`REQUIRED`, read-only", (host, work) -> host.in(readOnly(), work)),
    SUPPORTS("`SUPPORTS`, none there", (host, work) -> host.in(TransactionDefinition.PROPAGATION_SUPPORTS, work)),
    MANDATORY(
            "`MANDATORY` in `REQUIRED`",
            (host, work) -> host.in(required(), () -> host.in(TransactionDefinition.PROPAGATION_MANDATORY, work))),
    REQUIRES_NEW(
            "`REQUIRES_NEW`, outer throws",
            (host, work) ->
                    host.failing(required(), () -> host.in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, work))),
    REQUIRES_NEW_FAILS(
            "`REQUIRES_NEW` throws, outer commits",
            (host, work) ->
                    host.in(required(), () -> host.failing(TransactionDefinition.PROPAGATION_REQUIRES_NEW, work))),
    NOT_SUPPORTED(
            "`NOT_SUPPORTED`, outer throws",
            (host, work) ->
                    host.failing(required(), () -> host.in(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, work))),
    NESTED(
            "`NESTED`",
            (host, work) -> host.in(required(), () -> host.in(TransactionDefinition.PROPAGATION_NESTED, work))),
    NESTED_FAILS(
            "`NESTED` throws, outer commits",
            (host, work) -> host.in(required(), () -> host.failing(TransactionDefinition.PROPAGATION_NESTED, work))),
    NESTED_OUTER_FAILS(
            "`NESTED`, outer throws",
            (host, work) -> host.failing(required(), () -> host.in(TransactionDefinition.PROPAGATION_NESTED, work))),
    AFTER_COMMIT(
            "in `afterCommit`",
            (host, work) -> host.in(
                    required(),
                    () -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            work.run();
                        }
                    })));

    private interface Way {
        void go(Transactions host, Runnable work);
    }

    private final String text;
    private final Way way;

    Attribute(String text, Way way) {
        this.text = text;
        this.way = way;
    }

    String text() {
        return text;
    }

    void run(PlatformTransactionManager manager, Runnable work) {
        way.go(new Transactions(manager), work);
    }

    private static TransactionDefinition required() {
        return TransactionDefinition.withDefaults();
    }

    private static TransactionDefinition readOnly() {
        TransactionTemplate template = new TransactionTemplate();
        template.setReadOnly(true);
        return template;
    }

    private record Transactions(PlatformTransactionManager manager) {

        TransactionTemplate template(TransactionDefinition definition) {
            return new TransactionTemplate(manager, definition);
        }

        void in(TransactionDefinition definition, Runnable work) {
            Consumer<Object> run = status -> work.run();
            template(definition).executeWithoutResult(run::accept);
        }

        void in(int propagation, Runnable work) {
            in(definition(propagation), work);
        }

        void failing(int propagation, Runnable work) {
            failing(definition(propagation), work);
        }

        void failing(TransactionDefinition definition, Runnable work) {
            try {
                in(definition, () -> {
                    work.run();
                    throw new Planned();
                });
            } catch (Planned planned) {
                // what was to happen
            }
        }

        private static TransactionDefinition definition(int propagation) {
            TransactionTemplate template = new TransactionTemplate();
            template.setPropagationBehavior(propagation);
            return template;
        }
    }

    private static final class Planned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
