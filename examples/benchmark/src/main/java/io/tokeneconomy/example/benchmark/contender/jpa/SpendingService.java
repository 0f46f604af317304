package io.tokeneconomy.example.benchmark.contender.jpa;

import io.tokeneconomy.example.benchmark.contender.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service as it stands in many a code base: find the key, lock the account, check, save. */
@Service
public class SpendingService {

    private final AccountRepository accounts;
    private final EntryRepository entries;

    /** Spring's to call. */
    public SpendingService(AccountRepository accounts, EntryRepository entries) {
        this.accounts = accounts;
        this.entries = entries;
    }

    /** Takes one token. */
    @Transactional
    public Answer spend(String accountId, String operationKey) {
        if (entries.findByOperationKey(operationKey).isPresent()) {
            return Answer.REPLAYED;
        }
        Account account = accounts.findForUpdate(accountId).orElseThrow();
        if (account.getBalance() < 1) {
            return Answer.REFUSED;
        }
        entries.save(account.spend(1, operationKey));
        return Answer.BOOKED;
    }
}
