package io.tokeneconomy.example.benchmark.contender.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Accounts. */
public interface AccountRepository extends JpaRepository<Account, String> {

    /** {@return the account, locked until the transaction ends} */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> findForUpdate(String id);
}
