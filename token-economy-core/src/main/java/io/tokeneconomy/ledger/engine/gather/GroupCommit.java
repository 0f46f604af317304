package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.internal.Checks;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Gathers the requests of concurrent callers, so that one commit serves many of them.
 *
 * <p>A caller that comes alone commits its request at once, on its own thread. While it does, others wait in line; the
 * first of them then commits the requests of all, or of its lane's share of them. Nobody waits for company, and there are
 * no threads but the callers'. When many wait, a caller may commit up to four batches for others
 * after its own.
 *
 * <ul>
 *   <li><em>Lanes:</em> a few batches are committed side by side, never two with the same account, so an account's
 *       requests keep the order in which they came. A request may touch accounts of other lanes, which the store's locks
 *       keep apart.
 *   <li><em>Failures:</em> when a batch fails, its requests are committed one by one, each by its own caller, which gets
 *       its own failure. A request that failed alone is not tried again.
 *   <li><em>Locked accounts:</em> a request that others are in the way of, as the work tells, waits beside the lanes,
 *       on one of a few sidings; there one after another of an account's is committed patiently.
 *   <li><em>Stack:</em> a caller with hardly any left overflows before anything is done.
 *   <li><em>Interrupts:</em> a caller that is interrupted while it waits in line withdraws. Once its batch has begun it
 *       gets the outcome, for which it waits as long as the store takes. It stays interrupted in both cases.
 *   <li><em>Limits:</em> those of {@link GatherOptions}.
 * </ul>
 *
 * Thread-safe, for platform and virtual threads; parks, and never blocks inside a monitor.
 *
 * @param <Q> a request
 * @param <R> its result
 */
public final class GroupCommit<Q, R> implements AutoCloseable {

    private final GatherOptions limits;
    private final ToIntFunction<? super Q> account;
    private final ToIntFunction<? super Q> weight;
    private final Track<Q, R> track;
    private final Door door = new Door();

    /**
     * @param limits the limits
     * @param account a hash of the account, or of the first of several
     * @param weight what a request adds to its batch, 0 or more: its accounts or its bytes
     * @param work commits the requests
     */
    public GroupCommit(
            GatherOptions limits, ToIntFunction<? super Q> account, ToIntFunction<? super Q> weight, Work<Q, R> work) {
        this.limits = limits;
        this.account = account;
        this.weight = weight;
        this.track = new Track<>(limits, account, work);
    }

    /**
     * Commits a request and waits for it.
     *
     * @return its result
     * @throws io.tokeneconomy.error.OverloadedException when too many calls wait already, or it waited too long for its
     *     turn; nothing was done
     * @throws io.tokeneconomy.ledger.store.StoreException when interrupted before its turn came (nothing was done),
     *     when this is closed, or from the work
     * @throws IllegalStateException when called from within the work
     * @throws RuntimeException what the work threw for this request
     */
    public R submit(Q request) {
        Call<Q, R> call = new Call<>(List.of(request), account(request), weight(request), false);
        enter();
        try {
            track.run(call);
            return track.result(call, 0);
        } finally {
            leave();
        }
    }

    /**
     * Commits requests in their order, a batch's worth at a time, in company like any other call, and waits for them.
     * After a request that failed for reasons of its own the next one is tried. After one that may succeed later, and
     * after an interrupt, none is: the order of an account's requests would be lost.
     *
     * @return what came of each, in the same order
     * @throws IllegalStateException when called from within the work
     */
    public List<Result<R>> submitAll(List<Q> requests) {
        refuseNesting();
        return new Bulk<>(this, List.copyOf(requests)).run();
    }

    /** {@return how many calls wait for their turn now} */
    public int waiting() {
        return track.waiting();
    }

    /**
     * Refuses new requests and waits until those that run or wait have their outcome. Closing again waits too and
     * does nothing else.
     *
     * @throws IllegalStateException when called from within the work
     */
    @Override
    public void close() {
        refuseNesting();
        door.close();
    }

    GatherOptions limits() {
        return limits;
    }

    void enter() {
        refuseNesting();
        Headroom.require();
        door.enter();
    }

    void leave() {
        door.leave();
    }

    int weight(Q request) {
        return (int) Checks.range("weight", weight.applyAsInt(request), 0, Integer.MAX_VALUE);
    }

    int account(Q request) {
        return account.applyAsInt(request);
    }

    Track<Q, R> track() {
        return track;
    }

    /** It would wait for itself. */
    private void refuseNesting() {
        if (track.isWithinWork()) {
            throw new IllegalStateException("a decision must not use the ledger that waits for it");
        }
    }
}
