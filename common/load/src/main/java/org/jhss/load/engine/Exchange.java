// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.load.command.AnswerJudge;
import org.jhss.load.command.JudgeContext;
import org.jhss.load.command.LoadCommand;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.RequestEnd;
import org.jhss.load.plan.RequestEnd.Fate;

/** Sends the requests of one thread and judges what comes back. Every request sent ends in exactly one way, which is counted. */
final class Exchange {

    private static final int NO_RESULT = 0;
    private static final int CODES_PER_CLASS = 1000;
    private static final int SUCCESS_CLASS = 2;
    private static final int PROTOCOL_ERROR_CLASS = 3;

    private final LoadPlan plan;
    private final List<LoadCommand> commands;
    private final AnswerJudge[] judges;
    private final PeerLink[] links;
    private final RequestTemplate[][] templates;
    private final PendingTable table;
    private final Chooser chooser;
    private final WorkerStats stats;
    private final int endToEndSalt;
    private final long firstImsi;
    private final long timeoutNanos;
    private final long deadlineNanos;
    private final boolean observed;
    private long measureFrom;
    private long end = Long.MAX_VALUE;
    private long sentUntil;
    private boolean sending;
    private long quota;

    /**
     * @param commands of the mix's entries, in their order
     */
    Exchange(
            LoadPlan plan,
            List<LoadCommand> commands,
            JudgeContext judgement,
            PendingTable table,
            Chooser chooser,
            WorkerStats stats,
            int endToEndSalt) {
        this.plan = plan;
        this.commands = commands;
        this.judges = judges(commands, judgement);
        this.table = table;
        this.chooser = chooser;
        this.stats = stats;
        this.endToEndSalt = endToEndSalt;
        links = new PeerLink[plan.peers().count()];
        templates = new RequestTemplate[links.length][];
        firstImsi = Long.parseLong(plan.subscribers().first().value());
        timeoutNanos = plan.links().requestTimeout().toNanos();
        deadlineNanos = plan.links().deadline().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        observed = plan.observer().isActive();
    }

    private static AnswerJudge[] judges(List<LoadCommand> commands, JudgeContext judgement) {
        var judges = new ArrayList<AnswerJudge>();
        commands.forEach(command -> judges.add(command.judge(judgement)));
        return judges.toArray(new AnswerJudge[0]);
    }

    void add(PeerLink link, RequestTemplate[] requests) {
        links[link.index()] = link;
        templates[link.index()] = requests;
    }

    void begin(long measuredFrom, long endNanos, long count) {
        measureFrom = measuredFrom;
        end = endNanos;
        quota = count;
        sending = true;
    }

    void endAt(long nanos) {
        end = nanos;
    }

    void stopSending(long now) {
        if (sending) {
            sending = false;
            sentUntil = Math.min(now, end);
        }
    }

    /** Until when requests were sent: the end, or now. */
    long sentUntil() {
        return sending ? Math.min(System.nanoTime(), end) : sentUntil;
    }

    boolean isOver(long now) {
        return now >= end || quota == 0;
    }

    boolean isPastEnd(long intended) {
        return intended >= end;
    }

    boolean hasQuota() {
        return quota > 0 && table.hasRoom();
    }

    int outstanding() {
        return table.pending();
    }

    /** Gives up a request that was due before it was sent. */
    void skip() {
        stats.unsent++;
    }

    /** Appends the next request to what goes over that link. */
    void send(PeerLink link, long intended, long now) {
        quota--;
        int entry = chooser.entry();
        int subscriber = chooser.subscriber(link.index());
        int at = table.take();
        table.peer[at] = (short) link.index();
        table.entry[at] = (byte) entry;
        table.subscriber[at] = subscriber;
        table.intended[at] = intended;
        table.sent[at] = now;
        boolean measured = intended >= measureFrom;
        table.measured[at] = measured;
        statsOf(at).sent++;
        stats.interval().sent++;
        if (measured) {
            stats.sendDelay.recordValue(Histograms.micros(now - intended));
        }
        link.outstanding++;
        write(link, at, false);
    }

    private void write(PeerLink link, int at, boolean retransmitted) {
        var template = templates[link.index()][table.entry[at]];
        int id = table.identifier[at];
        template.fill(id, id ^ endToEndSalt, firstImsi + table.subscriber[at], retransmitted);
        link.append(template.octets(), template.octets().length);
    }

    void answered(PeerLink link, Message answer, long arrival) {
        int id = answer.hopByHop();
        int at = table.find(id);
        if (at == PendingTable.NONE || table.peer[at] != link.index()) {
            stats.unsolicited++;
            return;
        }
        switch (table.state[at]) {
            case PendingTable.PENDING -> {
                if (fits(link, answer, at)) {
                    finish(link, answer, at, arrival);
                } else {
                    stats.mismatched++;
                }
            }
            case PendingTable.ANSWERED -> stats.duplicates++;
            case PendingTable.EXPIRED -> {
                stats.late++;
                table.state[at] = PendingTable.ANSWERED;
            }
            default -> stats.unsolicited++;
        }
    }

    private boolean fits(PeerLink link, Message answer, int at) {
        var command = commands.get(table.entry[at]).definition();
        if (answer.endToEnd() != (table.identifier[at] ^ endToEndSalt)
                || answer.commandCode() != command.code()
                || answer.applicationId() != command.applicationId()) {
            return false;
        }
        var session = answer.find(Base.SESSION_ID);
        return session.isAbsent()
                ? answer.isError()
                : templates[link.index()][table.entry[at]].isSession(session, table.identifier[at]);
    }

    private void finish(PeerLink link, Message answer, int at, long arrival) {
        end(link, at, PendingTable.ANSWERED);
        var entry = statsOf(at);
        entry.answered++;
        long micros = Histograms.micros(arrival - table.intended[at]);
        entry.latency.recordValue(micros);
        var interval = stats.interval();
        interval.answered++;
        interval.latency.recordValue(micros);
        if (arrival - table.sent[at] > deadlineNanos) {
            stats.late++;
        }
        boolean counts = sending && table.measured[at];
        if (counts) {
            stats.answeredWhileSending++;
        }
        int code = count(entry, answer);
        boolean success = code / CODES_PER_CLASS == SUCCESS_CLASS;
        if (success) {
            entry.succeeded++;
            interval.succeeded++;
            if (counts) {
                stats.succeededWhileSending++;
            }
            judge(answer, at);
        } else if (code / CODES_PER_CLASS == PROTOCOL_ERROR_CLASS) {
            entry.refused++;
        }
        observe(at, arrival, success ? Fate.SUCCESS : Fate.REFUSED, code);
    }

    private static int count(EntryStats entry, Message answer) {
        try {
            int code = answer.integer32(Base.RESULT_CODE, NO_RESULT);
            if (code != NO_RESULT) {
                entry.codes.count(code, false);
                return code;
            }
            code = answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, NO_RESULT);
            entry.codes.count(code, code != NO_RESULT);
            return code;
        } catch (MalformedValueException malformed) {
            entry.codes.count(NO_RESULT, false);
            return NO_RESULT;
        }
    }

    private void judge(Message answer, int at) {
        try {
            judges[table.entry[at]].judge(answer, table.subscriber[at], stats.findings);
        } catch (MalformedValueException malformed) {
            stats.links.malformed++;
        }
    }

    /** Ends as lost what has waited for too long. */
    void expire(long now) {
        int at = table.oldestPending();
        while (at != PendingTable.NONE && now - table.sent[at] > timeoutNanos) {
            var link = links[table.peer[at]];
            if (link.isOpen() || !plan.links().retransmit()) {
                end(link, at, PendingTable.EXPIRED);
                statsOf(at).lost++;
                stats.interval().lost++;
                observe(at, now, Fate.LOST, NO_RESULT);
            } else {
                endByDisconnect(link, at, now);
            }
            at = table.oldestPending();
        }
    }

    /** The connection has gone, and with it the answers; or they wait for the next connection. */
    void closed(PeerLink link, long now) {
        if (link.outstanding > 0
                && !(plan.links().retransmit() && plan.links().reconnect().isPresent())) {
            table.forEachPending(at -> {
                if (table.peer[at] == link.index()) {
                    endByDisconnect(link, at, now);
                }
            });
        }
    }

    /** Sends again what the connection before had not answered. */
    void resend(PeerLink link) {
        if (link.outstanding > 0) {
            table.forEachPending(at -> {
                if (table.peer[at] == link.index()) {
                    stats.retransmitted++;
                    write(link, at, true);
                }
            });
        }
    }

    private void endByDisconnect(PeerLink link, int at, long now) {
        end(link, at, PendingTable.ENDED);
        statsOf(at).ended++;
        stats.interval().ended++;
        observe(at, now, Fate.ENDED, NO_RESULT);
    }

    private void end(PeerLink link, int at, byte how) {
        table.end(at, how);
        link.outstanding--;
    }

    private void observe(int at, long now, Fate fate, int code) {
        if (observed) {
            plan.observer()
                    .ended(new RequestEnd(
                            plan.mix().get(table.entry[at]).command(),
                            table.subscriber[at],
                            table.peer[at],
                            table.sent[at],
                            now,
                            fate,
                            code));
        }
    }

    private EntryStats statsOf(int at) {
        return (table.measured[at] ? stats.measured : stats.warmUp)[table.entry[at]];
    }
}
