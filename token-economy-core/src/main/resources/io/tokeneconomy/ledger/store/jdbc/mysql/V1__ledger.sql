-- Token Economy, schema version 1 for MySQL and MariaDB. A statement ends with a semicolon before an empty line.
-- Times are microseconds since 1970-01-01T00:00:00Z. Texts that are compared are UTF-8 bytes, for every collation takes
-- some different texts for equal. Every statement may be run again, as each commits by itself.
-- There are no triggers against changes by hand: with binary logs only an administrator may create them. Give the
-- application no right to delete from te_entry, and none to drop.

CREATE TABLE IF NOT EXISTS te_schema (
    version    BIGINT NOT NULL PRIMARY KEY,
    applied_at BIGINT NOT NULL
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS te_account (
    id            VARBINARY(600) NOT NULL PRIMARY KEY,
    salt          BINARY(32)     NOT NULL,
    sequence      BIGINT         NOT NULL CHECK (sequence >= 1),
    head          BINARY(32)     NOT NULL,
    last_entry_at BIGINT         NOT NULL,
    settled       BIGINT         NOT NULL,
    held          BIGINT         NOT NULL CHECK (held >= 0),
    debt          BIGINT         NOT NULL CHECK (debt >= 0),
    due_at        BIGINT,
    state         MEDIUMTEXT     NOT NULL,
    CHECK (settled - held + debt >= 0),
    INDEX te_account_due (due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS te_entry (
    account         VARBINARY(600) NOT NULL,
    sequence        BIGINT         NOT NULL CHECK (sequence >= 1),
    booked_at       BIGINT         NOT NULL,
    idempotency_key VARBINARY(250) NOT NULL,
    type            VARCHAR(20)    NOT NULL,
    amount          BIGINT         NOT NULL,
    settled_after   BIGINT         NOT NULL,
    held_after      BIGINT         NOT NULL,
    debt_after      BIGINT         NOT NULL,
    effects         MEDIUMTEXT     NOT NULL,
    reference       VARBINARY(600),
    description     TEXT,
    metadata        MEDIUMTEXT     NOT NULL,
    sale            TEXT,
    fingerprint     BINARY(32)     NOT NULL,
    hash            BINARY(32)     NOT NULL,
    erased          BINARY(32),
    PRIMARY KEY (account, sequence),
    UNIQUE INDEX te_entry_key (idempotency_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS te_backlog (
    subscriber   VARBINARY(50)  NOT NULL,
    account      VARBINARY(600) NOT NULL,
    delivered    BIGINT         NOT NULL,
    leased_until BIGINT,
    PRIMARY KEY (subscriber, account)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS te_order (
    id                VARBINARY(100) NOT NULL PRIMARY KEY,
    account           VARBINARY(600) NOT NULL,
    mode              VARCHAR(10)    NOT NULL,
    package_id        TEXT           NOT NULL,
    package_name      TEXT           NOT NULL,
    tokens            BIGINT         NOT NULL,
    price_minor       BIGINT         NOT NULL,
    currency          VARCHAR(10)    NOT NULL,
    price_id          TEXT,
    quantity          BIGINT         NOT NULL,
    state             VARCHAR(20)    NOT NULL,
    session_id        TEXT,
    payment_intent_id TEXT,
    customer_id       TEXT,
    charged_minor     BIGINT         NOT NULL,
    refunded_minor    BIGINT         NOT NULL,
    disputed_minor    BIGINT         NOT NULL,
    reversed_tokens   BIGINT         NOT NULL,
    taken_tokens      BIGINT         NOT NULL,
    readings          BIGINT         NOT NULL,
    created_at        BIGINT         NOT NULL,
    updated_at        BIGINT         NOT NULL,
    INDEX te_order_by_account (account, id),
    INDEX te_order_by_state (state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS te_customer (
    account     VARBINARY(600) NOT NULL,
    mode        VARCHAR(10)    NOT NULL,
    customer_id TEXT           NOT NULL,
    top_up      MEDIUMTEXT,
    PRIMARY KEY (account, mode)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS te_parked (
    session_id   VARBINARY(1020) NOT NULL PRIMARY KEY,
    mode         VARCHAR(10)     NOT NULL,
    reason       TEXT            NOT NULL,
    order_id     TEXT,
    amount_minor BIGINT          NOT NULL,
    currency     VARCHAR(10)     NOT NULL,
    metadata     MEDIUMTEXT      NOT NULL,
    parked_at    BIGINT          NOT NULL,
    resolved_at  BIGINT,
    looks        BIGINT          NOT NULL,
    dismissed_by TEXT,
    dismissed_for TEXT,
    INDEX te_parked_unresolved (resolved_at, session_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO te_schema (version, applied_at)
VALUES (1, unix_timestamp() * 1000000) ON DUPLICATE KEY UPDATE version = 1;
