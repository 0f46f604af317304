WITH taken AS (
    UPDATE account SET balance = balance - 1 WHERE id = ? AND balance >= 1 RETURNING id, balance
)
INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at)
SELECT ?, id, -1, balance, now() FROM taken
