package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What subscribers were not told yet. */
abstract class BacklogContract extends FilterContract {

    private static final BacklogKey MAIL = new BacklogKey("mail", ALICE);
    private static final BacklogKey LOG = new BacklogKey("Mail", ALICE);

    @Nested
    class Backlogs {

        @Test
        void areWrittenReplacedAndRemoved() {
            assertThat(backlog(MAIL)).isNull();
            write(new Backlog(MAIL, 3, null));
            assertThat(backlog(MAIL)).isEqualTo(new Backlog(MAIL, 3, null));
            write(new Backlog(MAIL, Long.MAX_VALUE, Samples.LAST_TIME));
            assertThat(backlog(MAIL)).isEqualTo(new Backlog(MAIL, Long.MAX_VALUE, Samples.LAST_TIME));
            store().update(
                            Scope.NOTHING.backlog(MAIL),
                            before -> Changes.none("").withoutBacklog(MAIL));
            assertThat(backlog(MAIL)).isNull();
            store().update(
                            Scope.NOTHING.backlog(MAIL),
                            before -> Changes.none("").withoutBacklog(MAIL));
        }

        @Test
        void ofOneAccountDoNotMixUpSubscribers() {
            write(new Backlog(MAIL, 1, null));
            write(new Backlog(LOG, 2, Samples.NOW));
            Snapshot both = store().read(Scope.NOTHING.backlog(MAIL).backlog(LOG));
            assertThat(both.backlog(MAIL)).contains(new Backlog(MAIL, 1, null));
            assertThat(both.backlog(LOG)).contains(new Backlog(LOG, 2, Samples.NOW));
        }

        @Test
        void outsideTheScopeAreRefused() {
            assertThatThrownBy(() -> store().update(
                                    Scope.NOTHING, before -> Changes.none("").backlog(new Backlog(MAIL, 1, null))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().update(
                                    Scope.NOTHING.account(BOB),
                                    before -> Changes.none("").news(List.of(new Backlog(MAIL, 0, null)))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(backlog(MAIL)).isNull();
        }

        @Test
        void comeInPagesBySubscriber() {
            IntStream.range(0, 25)
                    .mapToObj(i -> new BacklogKey("mail", AccountId.of("a" + (10 + i))))
                    .forEach(key -> write(new Backlog(key, 1, null)));
            write(new Backlog(LOG, 1, null));
            Page<Backlog> first = store().backlogs(new BacklogQuery("mail", null, 20));
            assertThat(first.items()).hasSize(20);
            assertThat(first.hasMore()).isTrue();
            AccountId last = first.items().get(19).key().account();
            Page<Backlog> rest = store().backlogs(new BacklogQuery("mail", last, 20));
            assertThat(rest.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
            assertThat(rest.hasMore()).isFalse();
            assertThat(store().backlogs(new BacklogQuery("MAIL", null, 20)).items())
                    .isEmpty();
        }

        private void write(Backlog backlog) {
            store().update(
                            Scope.NOTHING.backlog(backlog.key()),
                            before -> Changes.none("").backlog(backlog));
        }
    }

    @Nested
    class News {

        @Test
        void areAddedWhereThereIsNoBacklog() {
            for (int round = 1; round <= 3; round++) {
                book(round, new Backlog(MAIL, round - 1, null));
            }
            assertThat(backlog(MAIL)).isEqualTo(new Backlog(MAIL, 0, null));
            assertThat(sequence(ALICE)).isEqualTo(3);
        }

        @Test
        void leaveABacklogThatIsThereAsItIs() {
            Backlog leased = new Backlog(MAIL, 7, Samples.NOW);
            store().update(
                            Scope.NOTHING.backlog(MAIL),
                            before -> Changes.none("").backlog(leased));
            book(1, new Backlog(MAIL, 0, null));
            assertThat(backlog(MAIL)).isEqualTo(leased);
        }

        @Test
        void areAddedAgainOnceTheBacklogIsGone() {
            book(1, new Backlog(MAIL, 0, null));
            store().update(
                            Scope.NOTHING.backlog(MAIL),
                            before -> Changes.none("").withoutBacklog(MAIL));
            book(2, new Backlog(MAIL, 1, null));
            assertThat(backlog(MAIL)).isEqualTo(new Backlog(MAIL, 1, null));
        }

        @Test
        void ofAnUpdateThatFailsAreNotThere() {
            granted(BOB, 1, "taken");
            LedgerEntry clash = Samples.entry(ALICE, 1, "taken");
            assertThatThrownBy(() -> store().update(
                                    Scope.NOTHING.account(ALICE),
                                    before -> Changes.none("")
                                            .booking(Samples.after(clash, List.of()), List.of(clash))
                                            .news(List.of(new Backlog(MAIL, 0, null)))))
                    .isInstanceOf(StoreException.class);
            assertThat(backlog(MAIL)).isNull();
        }

        @Test
        void ofManyAtOnceAreAddedOnce() {
            granted(ALICE, 1, "start");
            Together.run(8, thread -> {
                LedgerEntry[] booked = new LedgerEntry[1];
                for (int i = 0; i < 10; i++) {
                    book(thread + "-" + i, new Backlog(MAIL, 0, null));
                }
                return booked;
            });
            assertThat(sequence(ALICE)).isEqualTo(81);
            assertThat(store().backlogs(new BacklogQuery("mail", null, 10)).items())
                    .containsExactly(new Backlog(MAIL, 0, null));
        }

        private void book(int sequence, Backlog news) {
            book("k" + sequence, news);
        }

        private void book(String key, Backlog news) {
            store().update(
                            Bookkeeper.scopeOf(grant(ALICE, 1, key)),
                            before -> Bookkeeper.decide(before, grant(ALICE, 1, key), Samples.NOW)
                                    .news(List.of(news)));
        }
    }

    private @org.jspecify.annotations.Nullable Backlog backlog(BacklogKey key) {
        return store().read(Scope.NOTHING.backlog(key)).backlog(key).orElse(null);
    }
}
