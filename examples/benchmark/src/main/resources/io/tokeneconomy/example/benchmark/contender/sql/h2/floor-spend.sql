INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at)
SELECT CAST(?2 AS varchar(200)), id, -1, balance, CURRENT_TIMESTAMP
FROM FINAL TABLE (UPDATE account SET balance = balance - 1 WHERE id = ?1 AND balance >= 1)
