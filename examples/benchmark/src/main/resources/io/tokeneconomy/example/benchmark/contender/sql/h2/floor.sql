CREATE TABLE account (
    id varchar(200) PRIMARY KEY,
    balance bigint NOT NULL CHECK (balance >= 0)
)

CREATE TABLE entry (
    operation_key varchar(200) PRIMARY KEY,
    account_id varchar(200) NOT NULL,
    amount bigint NOT NULL,
    balance_after bigint NOT NULL,
    created_at timestamp with time zone NOT NULL
)
