package io.tokeneconomy.example.benchmark.contender.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account's balance. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @Column(length = 200)
    private String id;

    @Column(nullable = false)
    private long balance;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** {@return the tokens it has} */
    public long getBalance() {
        return balance;
    }

    /** {@return the entry of a spend, after taking its tokens} */
    public Entry spend(long tokens, String operationKey) {
        balance -= tokens;
        return new Entry(operationKey, id, -tokens, balance);
    }
}
