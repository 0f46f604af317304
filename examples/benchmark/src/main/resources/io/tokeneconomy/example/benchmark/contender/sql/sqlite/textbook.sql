CREATE TABLE account (
    id TEXT PRIMARY KEY,
    balance INTEGER NOT NULL CHECK (balance >= 0)
) WITHOUT ROWID

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    operation_key TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL,
    amount INTEGER NOT NULL,
    balance_after INTEGER NOT NULL,
    created_at INTEGER NOT NULL
)

CREATE INDEX entry_of_account ON entry (account_id, id)
