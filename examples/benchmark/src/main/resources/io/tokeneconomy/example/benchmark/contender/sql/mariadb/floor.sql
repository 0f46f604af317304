CREATE TABLE account (
    id varchar(200) PRIMARY KEY,
    balance bigint NOT NULL CHECK (balance >= 0)
)

CREATE TABLE entry (
    operation_key varchar(200) PRIMARY KEY,
    account_id varchar(200) NOT NULL,
    amount bigint NOT NULL,
    balance_after bigint NOT NULL,
    created_at datetime(6) NOT NULL
)

CREATE PROCEDURE spend(IN spender varchar(200), IN new_key varchar(200))
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    START TRANSACTION;
    UPDATE account SET balance = @left := balance - 1 WHERE id = spender AND balance >= 1;
    IF ROW_COUNT() = 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'too few tokens'; END IF;
    INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at)
    VALUES (new_key, spender, -1, @left, now(6));
    COMMIT;
END
