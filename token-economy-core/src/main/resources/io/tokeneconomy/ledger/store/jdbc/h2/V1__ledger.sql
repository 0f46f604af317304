-- Token Economy, schema version 1 for H2. A statement ends with a semicolon before an empty line.
-- Times are microseconds since 1970-01-01T00:00:00Z. Every statement may be run again, as each commits by itself.

CREATE TABLE IF NOT EXISTS te_schema (
    version    BIGINT NOT NULL PRIMARY KEY,
    applied_at BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS te_account (
    id            VARCHAR(200)       NOT NULL PRIMARY KEY,
    salt          BINARY(32)         NOT NULL,
    sequence      BIGINT             NOT NULL CHECK (sequence >= 1),
    head          BINARY(32)         NOT NULL,
    last_entry_at BIGINT             NOT NULL,
    settled       BIGINT             NOT NULL,
    held          BIGINT             NOT NULL CHECK (held >= 0),
    debt          BIGINT             NOT NULL CHECK (debt >= 0),
    due_at        BIGINT,
    state         VARCHAR(1000000)   NOT NULL,
    CHECK (settled - held + debt >= 0)
);

CREATE INDEX IF NOT EXISTS te_account_due ON te_account (due_at);

CREATE TABLE IF NOT EXISTS te_entry (
    account         VARCHAR(200)     NOT NULL,
    sequence        BIGINT           NOT NULL CHECK (sequence >= 1),
    booked_at       BIGINT           NOT NULL,
    idempotency_key VARCHAR(250)     NOT NULL,
    type            VARCHAR(20)      NOT NULL,
    amount          BIGINT           NOT NULL,
    settled_after   BIGINT           NOT NULL,
    held_after      BIGINT           NOT NULL,
    debt_after      BIGINT           NOT NULL,
    effects         VARCHAR(1000000) NOT NULL,
    reference       VARCHAR(200),
    description     VARCHAR(1000),
    metadata        VARCHAR(1000000) NOT NULL,
    sale            VARCHAR(100000),
    fingerprint     BINARY(32)       NOT NULL,
    hash            BINARY(32)       NOT NULL,
    erased          BINARY(32),
    PRIMARY KEY (account, sequence)
);

CREATE UNIQUE INDEX IF NOT EXISTS te_entry_key ON te_entry (idempotency_key);

CREATE TABLE IF NOT EXISTS te_backlog (
    subscriber   VARCHAR(50)  NOT NULL,
    account      VARCHAR(200) NOT NULL,
    delivered    BIGINT       NOT NULL,
    leased_until BIGINT,
    PRIMARY KEY (subscriber, account)
);

CREATE TABLE IF NOT EXISTS te_order (
    id                VARCHAR(100)  NOT NULL PRIMARY KEY,
    account           VARCHAR(200)  NOT NULL,
    mode              VARCHAR(10)   NOT NULL,
    package_id        VARCHAR(1000) NOT NULL,
    package_name      VARCHAR(1000) NOT NULL,
    tokens            BIGINT        NOT NULL,
    price_minor       BIGINT        NOT NULL,
    currency          VARCHAR(10)   NOT NULL,
    price_id          VARCHAR(1000),
    quantity          BIGINT        NOT NULL,
    state             VARCHAR(20)   NOT NULL,
    session_id        VARCHAR(1000),
    payment_intent_id VARCHAR(1000),
    customer_id       VARCHAR(1000),
    charged_minor     BIGINT        NOT NULL,
    refunded_minor    BIGINT        NOT NULL,
    disputed_minor    BIGINT        NOT NULL,
    reversed_tokens   BIGINT        NOT NULL,
    taken_tokens      BIGINT        NOT NULL,
    readings          BIGINT        NOT NULL,
    created_at        BIGINT        NOT NULL,
    updated_at        BIGINT        NOT NULL
);

CREATE INDEX IF NOT EXISTS te_order_by_account ON te_order (account, id);

CREATE INDEX IF NOT EXISTS te_order_by_state ON te_order (state, id);

CREATE TABLE IF NOT EXISTS te_customer (
    account     VARCHAR(200)  NOT NULL,
    mode        VARCHAR(10)   NOT NULL,
    customer_id VARCHAR(1000) NOT NULL,
    top_up      VARCHAR(1000000),
    PRIMARY KEY (account, mode)
);

CREATE TABLE IF NOT EXISTS te_parked (
    session_id   VARCHAR(1000)    NOT NULL PRIMARY KEY,
    mode         VARCHAR(10)      NOT NULL,
    reason       VARCHAR(10000)   NOT NULL,
    order_id     VARCHAR(1000),
    amount_minor BIGINT           NOT NULL,
    currency     VARCHAR(10)      NOT NULL,
    metadata     VARCHAR(1000000) NOT NULL,
    parked_at    BIGINT           NOT NULL,
    resolved_at  BIGINT,
    looks        BIGINT           NOT NULL,
    dismissed_by VARCHAR(10000),
    dismissed_for VARCHAR(10000)
);

CREATE INDEX IF NOT EXISTS te_parked_unresolved ON te_parked (resolved_at, session_id);

MERGE INTO te_schema (version, applied_at) KEY (version)
VALUES (1, CAST(extract(EPOCH FROM current_timestamp) AS BIGINT) * 1000000);
