package io.tokeneconomy.example.benchmark.contender.jpa;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Entries. */
public interface EntryRepository extends JpaRepository<Entry, Long> {

    /** {@return the entry booked under that key} */
    Optional<Entry> findByOperationKey(String operationKey);
}
