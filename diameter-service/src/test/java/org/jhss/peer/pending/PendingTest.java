// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Message;
import org.jhss.peer.harness.Messages;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static Message request(int endToEnd) {
        return (Message) Message.parse(Messages.air(
                0xC0,
                "mme01",
                5,
                endToEnd,
                w -> w.begin(Base.PROXY_INFO)
                        .add(Base.PROXY_HOST, "dra")
                        .add(Base.PROXY_STATE, new byte[] {1})
                        .end()));
    }

    @Test
    void ticketFindsItsRequestOnceAndNoOther() {
        var table = new PendingTable(1, 100);
        var request = table.acquire();
        long ticket = request.ticket();
        assertThat(table.find(ticket)).isSameAs(request);
        table.release(request);
        assertThat(table.find(ticket)).isNull();
        var again = table.acquire();
        assertThat(again).as("entries are used again").isSameAs(request);
        assertThat(table.find(ticket)).isNull();
        assertThat(table.find(again.ticket())).isSameAs(again);
        assertThat(table.find(-1)).isNull();
        assertThat(table.find(999)).isNull();
    }

    @Test
    void limitHoldsAndTicketsDiffer() {
        var table = new PendingTable(1, 37);
        var tickets = new HashSet<Long>();
        var all = new ArrayList<PendingRequest>();
        for (int i = 0; i < 37; i++) {
            var request = table.acquire();
            all.add(request);
            tickets.add(request.ticket());
        }
        assertThat(tickets).hasSize(37);
        assertThat(table.acquire()).isNull();
        all.forEach(table::release);
        assertThat(table.size()).isZero();
        assertThat(table.acquire()).isNotNull();
    }

    @Test
    void whatAnErrorAnswerNeedsIsKept() {
        var request = new PendingTable(1, 1).acquire();
        request.keep(request(77), 1, 0);
        var kept = (Message) Message.parse(request.skeletonCopy());
        assertThat(kept.text(Base.SESSION_ID)).isEqualTo("mme01;1;77");
        assertThat(kept.has(Base.PROXY_INFO)).isTrue();
        assertThat(kept.has(Base.USER_NAME)).isFalse();
        assertThat(kept.hopByHop()).isEqualTo(5);
        assertThat(kept.endToEnd()).isEqualTo(77);
    }

    /** A peer that fills every entry with Proxy-Info must not leave all of them as large as a message. */
    @Test
    void entryThatGrewLargeIsSmallAgainAfterItsUse() {
        var table = new PendingTable(1, 1);
        var request = table.acquire();
        request.keep(large(), 1, 0);
        assertThat(request.skeleton()).hasSizeGreaterThan(50_000);
        table.release(request);
        assertThat(table.acquire()).isSameAs(request);
        assertThat(request.skeleton()).hasSizeLessThanOrEqualTo(1024);
        request.keep(request(77), 1, 0);
        assertThat(Message.parse(request.skeletonCopy())).isInstanceOf(Message.class);
    }

    private static Message large() {
        return (Message) Message.parse(Messages.air(
                0xC0,
                "mme01",
                5,
                1,
                w -> w.begin(Base.PROXY_INFO)
                        .add(Base.PROXY_HOST, "dra")
                        .add(Base.PROXY_STATE, new byte[50_000])
                        .end()));
    }

    @Test
    void deadlinesComeInOrderWhateverIsTakenOut() {
        var table = new PendingTable(1, 10);
        var queue = new DeadlineQueue();
        var all = new ArrayList<PendingRequest>();
        for (int i = 0; i < 5; i++) {
            var request = table.acquire();
            request.keep(request(i), 100 + i, 0);
            queue.add(request);
            all.add(request);
        }
        queue.remove(all.get(0));
        queue.remove(all.get(2));
        queue.remove(all.get(4));
        assertThat(queue.overdue(100)).isNull();
        assertThat(queue.overdue(101)).isSameAs(all.get(1));
        queue.remove(all.get(1));
        assertThat(queue.overdue(200)).isSameAs(all.get(3));
        queue.remove(all.get(3));
        assertThat(queue.overdue(Long.MAX_VALUE)).isNull();
        assertThat(queue.size()).isZero();
    }

    @Test
    void duplicateCacheKnowsTheWaitingAndTheAnsweredForItsWindow() {
        var cache = new DuplicateCache(1024, 1 << 16, 1000);
        byte[] host = {'M', 'm', 'E'};
        byte[] lower = {'m', 'm', 'e'};
        long key = DuplicateCache.key(host, 0, 3, 9);
        assertThat(DuplicateCache.key(lower, 0, 3, 9)).isEqualTo(key);
        assertThat(DuplicateCache.key(host, 0, 3, 10)).isNotEqualTo(key);

        assertThat(cache.find(key, 0)).isInstanceOf(DuplicateCache.Unknown.class);
        cache.waiting(key, 7, 8, 0);
        assertThat(cache.find(key, 10)).isEqualTo(new DuplicateCache.Waiting(7, 8));
        cache.answered(key, new byte[] {1, 2, 3, 4}, 1, 2);
        assertThat(cache.find(key, 10))
                .isInstanceOfSatisfying(
                        DuplicateCache.Answered.class,
                        found -> assertThat(found.answer()).containsExactly(2, 3));
        assertThat(cache.find(key, 1001)).isInstanceOf(DuplicateCache.Unknown.class);
    }

    @Test
    void duplicateCacheStaysBoundedAndForgetsOverwrittenAnswers() {
        var cache = new DuplicateCache(64, 16 * 100, 1_000_000);
        var answer = new byte[60];
        for (int i = 1; i <= 10_000; i++) {
            long key = DuplicateCache.key(new byte[] {1}, 0, 1, i);
            cache.waiting(key, i, i, i);
            cache.answered(key, answer, 0, answer.length);
        }
        int kept = 0;
        for (int i = 1; i <= 10_000; i++) {
            if (cache.find(DuplicateCache.key(new byte[] {1}, 0, 1, i), 10_000) instanceof DuplicateCache.Answered) {
                kept++;
            }
        }
        assertThat(kept).isBetween(1, 64);
    }
}
