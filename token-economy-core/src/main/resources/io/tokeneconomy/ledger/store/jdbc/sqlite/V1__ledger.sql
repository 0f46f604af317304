-- Token Economy, schema version 1 for SQLite. A statement ends with a semicolon before an empty line.
-- Times are microseconds since 1970-01-01T00:00:00Z. Texts are compared byte by byte.

CREATE TABLE te_schema (
    version    INTEGER NOT NULL PRIMARY KEY,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE te_account (
    id            TEXT    NOT NULL PRIMARY KEY,
    salt          BLOB    NOT NULL CHECK (length(salt) = 32),
    sequence      INTEGER NOT NULL CHECK (sequence >= 1),
    head          BLOB    NOT NULL CHECK (length(head) = 32),
    last_entry_at INTEGER NOT NULL,
    settled       INTEGER NOT NULL,
    held          INTEGER NOT NULL CHECK (held >= 0),
    debt          INTEGER NOT NULL CHECK (debt >= 0),
    due_at        INTEGER,
    state         TEXT    NOT NULL,
    CHECK (settled - held + debt >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX te_account_due ON te_account (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE te_entry (
    account         TEXT    NOT NULL,
    sequence        INTEGER NOT NULL CHECK (sequence >= 1),
    booked_at       INTEGER NOT NULL,
    idempotency_key TEXT    NOT NULL UNIQUE,
    type            TEXT    NOT NULL,
    amount          INTEGER NOT NULL,
    settled_after   INTEGER NOT NULL,
    held_after      INTEGER NOT NULL,
    debt_after      INTEGER NOT NULL,
    effects         TEXT    NOT NULL,
    reference       TEXT,
    description     TEXT,
    metadata        TEXT    NOT NULL,
    sale            TEXT,
    fingerprint     BLOB    NOT NULL CHECK (length(fingerprint) = 32),
    hash            BLOB    NOT NULL CHECK (length(hash) = 32),
    erased          BLOB    CHECK (length(erased) = 32),
    PRIMARY KEY (account, sequence)
) STRICT;

CREATE TRIGGER te_entry_no_replace BEFORE INSERT ON te_entry
WHEN EXISTS (SELECT 1 FROM te_entry WHERE account = NEW.account AND sequence = NEW.sequence)
    OR EXISTS (SELECT 1 FROM te_entry WHERE idempotency_key = NEW.idempotency_key)
BEGIN
    SELECT RAISE(ABORT, 'te_entry is append-only: entries are never replaced');
END;

CREATE TRIGGER te_entry_no_update BEFORE UPDATE ON te_entry
WHEN OLD.erased IS NOT NULL OR NEW.erased IS NULL
    OR NEW.sequence <> OLD.sequence OR NEW.booked_at <> OLD.booked_at
    OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.type <> OLD.type OR NEW.amount <> OLD.amount
    OR NEW.settled_after <> OLD.settled_after OR NEW.held_after <> OLD.held_after OR NEW.debt_after <> OLD.debt_after
    OR NEW.fingerprint <> OLD.fingerprint OR NEW.hash <> OLD.hash
BEGIN
    SELECT RAISE(ABORT, 'te_entry is append-only: entries are never updated, only erased');
END;

CREATE TRIGGER te_entry_no_delete BEFORE DELETE ON te_entry
BEGIN
    SELECT RAISE(ABORT, 'te_entry is append-only: entries are never deleted');
END;

CREATE TABLE te_backlog (
    subscriber   TEXT    NOT NULL,
    account      TEXT    NOT NULL,
    delivered    INTEGER NOT NULL,
    leased_until INTEGER,
    PRIMARY KEY (subscriber, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE te_order (
    id                TEXT    NOT NULL PRIMARY KEY,
    account           TEXT    NOT NULL,
    mode              TEXT    NOT NULL,
    package_id        TEXT    NOT NULL,
    package_name      TEXT    NOT NULL,
    tokens            INTEGER NOT NULL,
    price_minor       INTEGER NOT NULL,
    currency          TEXT    NOT NULL,
    price_id          TEXT,
    quantity          INTEGER NOT NULL,
    state             TEXT    NOT NULL,
    session_id        TEXT,
    payment_intent_id TEXT,
    customer_id       TEXT,
    charged_minor     INTEGER NOT NULL,
    refunded_minor    INTEGER NOT NULL,
    disputed_minor    INTEGER NOT NULL,
    reversed_tokens   INTEGER NOT NULL,
    taken_tokens      INTEGER NOT NULL,
    readings          INTEGER NOT NULL,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX te_order_by_account ON te_order (account, id);

CREATE INDEX te_order_by_state ON te_order (state, id);

CREATE TABLE te_customer (
    account     TEXT NOT NULL,
    mode        TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    top_up      TEXT,
    PRIMARY KEY (account, mode)
) STRICT, WITHOUT ROWID;

CREATE TABLE te_parked (
    session_id   TEXT    NOT NULL PRIMARY KEY,
    mode         TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    order_id     TEXT,
    amount_minor INTEGER NOT NULL,
    currency     TEXT    NOT NULL,
    metadata     TEXT    NOT NULL,
    parked_at    INTEGER NOT NULL,
    resolved_at  INTEGER,
    looks        INTEGER NOT NULL,
    dismissed_by TEXT,
    dismissed_for TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX te_parked_unresolved ON te_parked (session_id) WHERE resolved_at IS NULL;

INSERT INTO te_schema (version, applied_at)
VALUES (1, CAST(strftime('%s', 'now') AS INTEGER) * 1000000);
