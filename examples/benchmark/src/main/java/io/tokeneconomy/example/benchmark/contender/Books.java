package io.tokeneconomy.example.benchmark.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a contender's books say at the end.
 *
 * @param spends how many spends are booked
 * @param faults what is wrong in them, such as a balance that is not the sum of its entries
 */
public record Books(long spends, List<String> faults) {

    /** Copies the faults. */
    public Books {
        faults = List.copyOf(faults);
    }

    /**
     * {@return books with a fault for every account whose balance is negative or not the sum of its entries}
     *
     * @param spends how many spends are booked
     * @param balances of all accounts
     * @param sums of all entries, by account
     */
    public static Books of(long spends, Map<String, Long> balances, Map<String, Long> sums) {
        Set<String> accounts = new TreeSet<>(balances.keySet());
        accounts.addAll(sums.keySet());
        List<String> faults = new ArrayList<>();
        for (String account : accounts) {
            long balance = balances.getOrDefault(account, 0L);
            long sum = sums.getOrDefault(account, 0L);
            if (balance != sum || balance < 0) {
                faults.add("the balance of " + account + " is " + balance + ", the sum of its entries is " + sum);
            }
        }
        return new Books(spends, faults);
    }
}
