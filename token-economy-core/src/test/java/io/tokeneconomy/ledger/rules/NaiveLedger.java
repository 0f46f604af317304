package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Transfer;
import io.tokeneconomy.ledger.rules.NaiveAccount.Aside;
import io.tokeneconomy.ledger.rules.NaiveAccount.Heap;
import io.tokeneconomy.ledger.rules.NaiveAccount.Meter;
import io.tokeneconomy.ledger.rules.NaiveAccount.Use;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules a second time: slow, obvious, sharing no line with the first. Knows no limits on sizes. */
final class NaiveLedger {

    private static final class No extends RuntimeException {
        private static final long serialVersionUID = 1L;

        No(String why) {
            super(why);
        }
    }

    private record Credit(AccountId account, long lot, LotTerms terms) {}

    private final Map<AccountId, NaiveAccount> accounts = new HashMap<>();
    private final Map<IdempotencyKey, Operation> booked = new HashMap<>();
    private final Map<IdempotencyKey, Credit> credits = new HashMap<>();

    NaiveAccount account(AccountId id) {
        return accounts.computeIfAbsent(id, unused -> new NaiveAccount());
    }

    /** {@return what should come of it, in words} */
    String apply(Operation operation, Instant now) {
        Operation known = booked.get(operation.key());
        if (known != null) {
            return known.equals(operation) ? "Replayed" : "KeyConflict";
        }
        Map<AccountId, NaiveAccount> before = new HashMap<>();
        operation.accounts().forEach(id -> before.put(id, account(id).copy()));
        try {
            operation.accounts().forEach(id -> account(id).live(now));
            book(operation, account(operation.account()));
            booked.put(operation.key(), operation);
            return "Applied";
        } catch (No no) {
            accounts.putAll(before);
            return String.valueOf(no.getMessage());
        }
    }

    private void book(Operation operation, NaiveAccount account) {
        if (operation instanceof Grant grant) {
            if (grant.terms().expiresAt() != null
                    && !account.last.isBefore(grant.terms().expiresAt())) {
                throw new No("Invalid expiresAt");
            }
            refuseClosed(account);
            credited(grant, grant.terms(), account);
            account.credit("GRANT", grant.amount(), grant.terms());
        } else if (operation instanceof Purchase purchase) {
            credited(purchase, LotTerms.PURCHASED, account);
            account.credit("PURCHASE", purchase.amount(), LotTerms.PURCHASED);
        } else if (operation instanceof Spend spend) {
            refuseUnlessOpen(account);
            spend(account, spend.amount(), spend.member());
            account.enter("SPEND", -spend.amount());
        } else if (operation instanceof MeteredSpend use) {
            refuseUnlessOpen(account);
            long tokens = meter(account, use);
            spend(account, tokens, use.member());
            account.enter("SPEND", -tokens);
        } else if (operation instanceof PlaceHold hold) {
            hold(account, hold);
        } else if (operation instanceof Capture capture) {
            capture(account, capture);
        } else if (operation instanceof Release release) {
            Aside aside = open(account, release.hold());
            account.asides.remove(aside);
            account.giveBack(aside.heaps);
            account.enter("RELEASE", 0);
        } else if (operation instanceof ExtendHold extension) {
            open(account, extension.hold()).ends = account.last.plus(extension.timeout());
            account.enter("EXTEND", 0);
        } else {
            bookMore(operation, account);
        }
    }

    private void bookMore(Operation operation, NaiveAccount account) {
        if (operation instanceof Clawback clawback) {
            clawback(account, clawback);
        } else if (operation instanceof Reinstatement again) {
            LotTerms terms =
                    account.back(credit(again.account(), again.source()).terms());
            credited(again, terms, account);
            account.credit("REINSTATE", again.amount(), terms);
        } else if (operation instanceof Transfer transfer) {
            transfer(account, account(transfer.to()), transfer);
        } else if (operation instanceof Adjustment adjustment) {
            adjust(account, adjustment);
        } else if (operation instanceof Configuration configuration) {
            account.configure(configuration.settings(), account.nextEntry());
            account.enter("CONFIGURE", 0);
        } else if (operation instanceof Closure) {
            close(account);
        }
    }

    private void credited(Operation operation, LotTerms terms, NaiveAccount account) {
        credits.put(operation.key(), new Credit(operation.account(), account.nextEntry(), terms));
    }

    private Credit credit(AccountId account, IdempotencyKey source) {
        Credit credit = credits.get(source);
        boolean stands = credit != null && (booked.containsKey(source) || source.isReserved());
        if (credit == null || !stands || !credit.account().equals(account)) {
            throw new No("UnknownSource");
        }
        return credit;
    }

    private static void spend(NaiveAccount account, long tokens, @Nullable String member) {
        long overdraft = Math.max(0, account.settings.overdraftLimit() - account.debt);
        if (tokens > account.available() + overdraft) {
            throw new No("Insufficient " + (account.available() + overdraft) + " of " + tokens);
        }
        refuseBeyondLimits(account, tokens, member);
        account.uses.add(new Use(account.last, member, tokens, account.nextEntry()));
        long fromHeaps = account.take(account.heaps, tokens).stream()
                .mapToLong(heap -> heap.tokens)
                .sum();
        account.debt += tokens - fromHeaps;
    }

    private static void refuseBeyondLimits(NaiveAccount account, long tokens, @Nullable String member) {
        for (SpendLimit limit : account.settings.spendLimits()) {
            boolean concerned = limit.member() == null
                    || (member != null && List.of("*", member).contains(limit.member()));
            String spender = limit.member() == null ? null : member;
            if (concerned && tokens > 0) {
                long used = account.used(limit.period(), spender, account.last);
                if (used + tokens > limit.tokens()) {
                    throw new No("LimitReached " + limit + " " + used + " and " + tokens);
                }
            }
        }
    }

    private static long meter(NaiveAccount account, MeteredSpend use) {
        Meter meter = account.meters.getOrDefault(use.meter(), new Meter(BigInteger.ZERO, BigInteger.ONE, 0));
        BigInteger units = BigInteger.valueOf(use.rate().units());
        BigInteger cost = BigInteger.valueOf(use.units() * use.rate().tokens());
        BigInteger numerator = meter.numerator().multiply(units).add(cost.multiply(meter.denominator()));
        BigInteger denominator = meter.denominator().multiply(units);
        long due = numerator.divide(denominator).longValueExact();
        account.meters.put(use.meter(), new Meter(numerator, denominator, due));
        return due - meter.charged();
    }

    private static void hold(NaiveAccount account, PlaceHold hold) {
        refuseUnlessOpen(account);
        if (account.available() < hold.amount()) {
            throw new No("Insufficient " + account.available() + " of " + hold.amount());
        }
        refuseBeyondLimits(account, hold.amount(), hold.member());
        List<Heap> heaps = account.take(account.heaps, hold.amount());
        Instant ends = account.last.plus(hold.timeout());
        account.asides.add(new Aside(hold.key(), account.last, ends, hold.member(), heaps));
        account.enter("HOLD", 0);
    }

    private static Aside open(NaiveAccount account, IdempotencyKey key) {
        return account.asides.stream()
                .filter(aside -> aside.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new No("HoldNotOpen"));
    }

    private static void capture(NaiveAccount account, Capture capture) {
        Aside aside = open(account, capture.hold());
        long held = aside.tokens();
        long within = Math.min(held, capture.amount());
        if (capture.amount() > held) {
            if (!capture.mayExceed()) {
                throw new No("ExceedsHold " + held + " of " + capture.amount());
            }
            refuseUnlessOpen(account);
            spend(account, capture.amount() - held, aside.member);
        }
        account.take(aside.heaps, within);
        account.uses.add(new Use(aside.placedAt, aside.member, within, account.nextEntry()));
        if (!capture.keepsRest()) {
            account.giveBack(aside.heaps);
            aside.heaps = List.of();
        }
        if (aside.tokens() == 0) {
            account.asides.remove(aside);
        }
        account.enter("CAPTURE", -capture.amount());
    }

    private void clawback(NaiveAccount account, Clawback clawback) {
        Credit credit = credit(clawback.account(), clawback.source());
        long left = clawback.amount();
        for (Heap heap : List.copyOf(account.heaps)) {
            if (heap.lot == credit.lot()) {
                long part = Math.min(left, heap.tokens);
                heap.tokens -= part;
                left -= part;
            }
        }
        account.heaps.removeIf(heap -> heap.tokens == 0);
        left -= account.take(account.heaps, left).stream()
                .mapToLong(heap -> heap.tokens)
                .sum();
        if (clawback.policy() == ClawbackPolicy.FLOOR) {
            account.enter("CLAWBACK", left - clawback.amount());
            return;
        }
        account.debt += left;
        if (clawback.policy() == ClawbackPolicy.BLOCK && left > 0 && account.settings.status() == AccountStatus.OPEN) {
            account.settings = account.settings.withStatus(AccountStatus.BLOCKED);
        }
        account.enter("CLAWBACK", -clawback.amount());
    }

    private void transfer(NaiveAccount from, NaiveAccount to, Transfer transfer) {
        refuseUnlessOpen(from);
        if (from.available() < transfer.amount()) {
            throw new No("Insufficient " + from.available() + " of " + transfer.amount());
        }
        refuseClosed(to);
        Map<LotTerms, Long> kinds = new LinkedHashMap<>();
        for (Heap heap : from.take(from.heaps, transfer.amount())) {
            kinds.merge(heap.terms, heap.tokens, Long::sum);
        }
        int number = 0;
        for (Map.Entry<LotTerms, Long> kind : kinds.entrySet()) {
            IdempotencyKey key =
                    IdempotencyKey.reserved("in:" + ++number, transfer.key().value());
            credits.put(key, new Credit(transfer.to(), to.nextEntry(), kind.getKey()));
            to.credit("TRANSFER_IN", kind.getValue(), kind.getKey());
        }
        from.enter("TRANSFER_OUT", -transfer.amount());
    }

    private void adjust(NaiveAccount account, Adjustment adjustment) {
        long tokens = Math.abs(adjustment.amount());
        if (adjustment.amount() > 0) {
            refuseClosed(account);
            credited(adjustment, LotTerms.FREE, account);
            account.credit("ADJUST", tokens, LotTerms.FREE);
            return;
        }
        if (account.available() < tokens) {
            throw new No("Insufficient " + account.available() + " of " + tokens);
        }
        account.take(account.heaps, tokens);
        account.enter("ADJUST", -tokens);
    }

    private static void close(NaiveAccount account) {
        if (!account.asides.isEmpty()) {
            throw new No("HoldsOpen " + account.asides.size());
        }
        refuseClosed(account);
        account.enter("CLOSE", account.debt - account.available());
        account.heaps.clear();
        account.meters.clear();
        account.debt = 0;
        account.configure(AccountSettings.DEFAULT.withStatus(AccountStatus.CLOSED), account.nextEntry());
    }

    private static void refuseUnlessOpen(NaiveAccount account) {
        if (account.settings.status() != AccountStatus.OPEN) {
            throw new No("NotOpen " + account.settings.status());
        }
    }

    private static void refuseClosed(NaiveAccount account) {
        if (account.settings.status() == AccountStatus.CLOSED) {
            throw new No("NotOpen CLOSED");
        }
    }
}
