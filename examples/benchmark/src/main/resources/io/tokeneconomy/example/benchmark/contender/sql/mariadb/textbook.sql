CREATE TABLE account (
    id varchar(200) PRIMARY KEY,
    balance bigint NOT NULL CHECK (balance >= 0)
)

CREATE TABLE entry (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    operation_key varchar(200) NOT NULL UNIQUE,
    account_id varchar(200) NOT NULL,
    amount bigint NOT NULL,
    balance_after bigint NOT NULL,
    created_at datetime(6) NOT NULL
)

CREATE INDEX entry_of_account ON entry (account_id, id)
