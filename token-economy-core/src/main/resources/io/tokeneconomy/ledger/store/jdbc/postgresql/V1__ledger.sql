-- Token Economy, schema version 1 for PostgreSQL. A statement ends with a semicolon before an empty line.
-- Times are microseconds since 1970-01-01T00:00:00Z. Texts that are compared are compared byte by byte.
-- PostgreSQL prepares a table's checks, and copies its triggers' conditions, anew for every statement. So there is one
-- check, on an account's totals, and the condition stands in the trigger's function.

CREATE TABLE te_schema (
    version    bigint NOT NULL PRIMARY KEY,
    applied_at bigint NOT NULL
);

-- Room is left on each page, so that a new state of an account fits beside the old one and no index is touched. Whoever
-- reads a page that is fuller than that clears it of old states: more room would have it cleared each time.
CREATE TABLE te_account (
    id            text COLLATE "C" NOT NULL PRIMARY KEY,
    salt          bytea  NOT NULL,
    sequence      bigint NOT NULL,
    head          bytea  NOT NULL,
    last_entry_at bigint NOT NULL,
    settled       bigint NOT NULL,
    held          bigint NOT NULL,
    debt          bigint NOT NULL,
    due_at        bigint,
    state         text   NOT NULL,
    CHECK (least(held, debt, settled - held + debt) >= 0)
) WITH (fillfactor = 85);

CREATE INDEX te_account_due ON te_account (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE te_entry (
    account         text COLLATE "C" NOT NULL,
    sequence        bigint NOT NULL,
    booked_at       bigint NOT NULL,
    idempotency_key text COLLATE "C" NOT NULL,
    type            text   NOT NULL,
    amount          bigint NOT NULL,
    settled_after   bigint NOT NULL,
    held_after      bigint NOT NULL,
    debt_after      bigint NOT NULL,
    effects         text   NOT NULL,
    reference       text COLLATE "C",
    description     text,
    metadata        text   NOT NULL,
    sale            text,
    fingerprint     bytea  NOT NULL,
    hash            bytea  NOT NULL,
    erased          bytea,
    CONSTRAINT te_entry_pkey PRIMARY KEY (account, sequence),
    CONSTRAINT te_entry_key UNIQUE (idempotency_key)
);

CREATE FUNCTION te_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'te_entry is append-only: entries are never updated or deleted, only erased';
END $$;

CREATE FUNCTION te_only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.erased IS NOT NULL OR NEW.erased IS NULL OR length(NEW.erased) <> 32
        OR NEW.sequence <> OLD.sequence OR NEW.booked_at <> OLD.booked_at
        OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.type <> OLD.type OR NEW.amount <> OLD.amount
        OR NEW.settled_after <> OLD.settled_after OR NEW.held_after <> OLD.held_after
        OR NEW.debt_after <> OLD.debt_after
        OR NEW.fingerprint <> OLD.fingerprint OR NEW.hash <> OLD.hash THEN
        RAISE EXCEPTION 'te_entry is append-only: entries are never updated or deleted, only erased';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER te_entry_no_update BEFORE UPDATE ON te_entry FOR EACH ROW EXECUTE FUNCTION te_only_erase();

CREATE TRIGGER te_entry_no_delete BEFORE DELETE ON te_entry FOR EACH ROW EXECUTE FUNCTION te_refuse();

CREATE TRIGGER te_entry_no_truncate BEFORE TRUNCATE ON te_entry FOR EACH STATEMENT EXECUTE FUNCTION te_refuse();

CREATE TABLE te_backlog (
    subscriber   text COLLATE "C" NOT NULL,
    account      text COLLATE "C" NOT NULL,
    delivered    bigint NOT NULL,
    leased_until bigint,
    PRIMARY KEY (subscriber, account)
);

CREATE TABLE te_order (
    id                text COLLATE "C" NOT NULL PRIMARY KEY,
    account           text COLLATE "C" NOT NULL,
    mode              text   NOT NULL,
    package_id        text   NOT NULL,
    package_name      text   NOT NULL,
    tokens            bigint NOT NULL,
    price_minor       bigint NOT NULL,
    currency          text   NOT NULL,
    price_id          text,
    quantity          bigint NOT NULL,
    state             text   NOT NULL,
    session_id        text,
    payment_intent_id text,
    customer_id       text,
    charged_minor     bigint NOT NULL,
    refunded_minor    bigint NOT NULL,
    disputed_minor    bigint NOT NULL,
    reversed_tokens   bigint NOT NULL,
    taken_tokens      bigint NOT NULL,
    readings          bigint NOT NULL,
    created_at        bigint NOT NULL,
    updated_at        bigint NOT NULL
);

CREATE INDEX te_order_by_account ON te_order (account, id);

CREATE INDEX te_order_by_state ON te_order (state, id);

CREATE TABLE te_customer (
    account     text COLLATE "C" NOT NULL,
    mode        text NOT NULL,
    customer_id text NOT NULL,
    top_up      text,
    PRIMARY KEY (account, mode)
);

CREATE TABLE te_parked (
    session_id   text COLLATE "C" NOT NULL PRIMARY KEY,
    mode         text   NOT NULL,
    reason       text   NOT NULL,
    order_id     text,
    amount_minor bigint NOT NULL,
    currency     text   NOT NULL,
    metadata     text   NOT NULL,
    parked_at    bigint NOT NULL,
    resolved_at  bigint,
    looks        bigint NOT NULL,
    dismissed_by text,
    dismissed_for text
);

CREATE INDEX te_parked_unresolved ON te_parked (session_id) WHERE resolved_at IS NULL;

INSERT INTO te_schema (version, applied_at)
VALUES (1, CAST(extract(epoch FROM now()) AS bigint) * 1000000);
