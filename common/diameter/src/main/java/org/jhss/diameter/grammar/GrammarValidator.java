// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.grammar;

import java.util.Arrays;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.CommandRegistry;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.dictionary.Grammar;
import org.jhss.diameter.message.AvpScanner;
import org.jhss.diameter.message.FailedAvp;
import org.jhss.diameter.message.Fault;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.diameter.message.ValueRules;
import org.jspecify.annotations.Nullable;

/**
 * Holds messages against the grammars of the dictionary: the one place from which 3001, 3007, 3008, 3009, 5001, 5004, 5005,
 * 5009 and 5014 come. Makes no garbage for a valid message. Not thread-safe: keep one per worker.
 *
 * <p>Known AVPs that a grammar does not name are let pass, since peers send many and relays add some; an unknown AVP is
 * refused only when its M bit is set. Order is not looked at: Session-Id only SHOULD come first (RFC 6733 8.8). Inside Failed-AVP and Proxy-Info nothing is looked at: they are evidence and
 * another node's state.
 */
public final class GrammarValidator {

    private static final CommandRegistry COMMANDS = CommandRegistry.standard();

    private final Limits limits;
    private final int[][] counts;
    private final int[] path;
    private byte[] buffer = new byte[0];
    private int avpCount;

    public GrammarValidator(Limits limits) {
        this.limits = limits;
        this.counts = new int[limits.maxDepth()][];
        this.path = new int[limits.maxDepth()];
    }

    /** Validates a message as the command that its header names: 3008 for its bits, 3007 or 3001 when there is none. */
    public Verdict validate(Message message) {
        // RFC 6733 3: E must not be set in requests, T must not be set in answers.
        if (message.isRequest() ? message.isError() : message.isRetransmitted()) {
            return new Violation(
                    ResultCode.INVALID_HDR_BITS, "the command flags contradict each other", FailedAvp.none());
        }
        if (!COMMANDS.isKnownApplication(message.applicationId())) {
            return new Violation(
                    ResultCode.APPLICATION_UNSUPPORTED, "the application is not supported", FailedAvp.none());
        }
        var command = COMMANDS.find(message.applicationId(), message.commandCode(), message.isRequest());
        if (command.isEmpty()) {
            return new Violation(ResultCode.COMMAND_UNSUPPORTED, "the command is not supported", FailedAvp.none());
        }
        return validate(message, command.get());
    }

    /** Validates a message as {@code command}. Of an answer with the E bit only what it holds is checked (RFC 6733 7.2). */
    public Verdict validate(Message message, CommandDefinition command) {
        buffer = message.buffer();
        avpCount = 0;
        int from = message.offset() + Header.LENGTH;
        var violation = region(from, message.offset() + message.length(), command.grammar(), 0, !message.isError());
        return violation == null ? Verdict.Valid.VALID : violation;
    }

    private @Nullable Violation region(int from, int limit, Grammar grammar, int depth, boolean complete) {
        if (depth == limits.maxDepth()) {
            return fault(Fault.TOO_DEEP, FailedAvp.none(), 0);
        }
        var seen = cleared(depth, grammar.rules().size());
        int at = from;
        while (at < limit) {
            var fault = AvpScanner.check(buffer, at, limit);
            if (fault != null) {
                return fault(fault, FailedAvp.forLength(buffer, at, limit), depth);
            }
            if (++avpCount > limits.maxAvpCount()) {
                return fault(Fault.TOO_MANY_AVPS, FailedAvp.none(), 0);
            }
            var violation = avp(at, grammar, seen, depth);
            if (violation != null) {
                return violation;
            }
            at = AvpScanner.after(buffer, at, limit);
        }
        return complete ? missing(grammar, seen, depth) : null;
    }

    private @Nullable Violation avp(int at, Grammar grammar, int[] seen, int depth) {
        long key = AvpScanner.key(buffer, at);
        int index = grammar.indexOf(key);
        if (index >= 0) {
            var rule = grammar.rules().get(index);
            if (++seen[index] > rule.max()) {
                return violation(
                        ResultCode.AVP_OCCURS_TOO_MANY_TIMES,
                        rule.avp() + " occurs too many times",
                        FailedAvp.copy(buffer, at),
                        depth);
            }
            return value(at, rule.avp(), depth);
        }
        var known = Dictionary.standard().find(key);
        return known.isPresent() ? value(at, known.get(), depth) : unknown(at, key, grammar, depth);
    }

    private @Nullable Violation value(int at, AvpDefinition definition, int depth) {
        int headerLength = AvpScanner.headerLength(buffer, at);
        int end = at + AvpScanner.length(buffer, at);
        var fault = ValueRules.check(definition, buffer, at + headerLength, end - at - headerLength);
        if (fault != null) {
            var failed =
                    fault == Fault.AVP_VALUE_LENGTH ? FailedAvp.forLength(buffer, at, end) : FailedAvp.copy(buffer, at);
            return violation(fault.resultCode(), definition + ": " + fault.description(), failed, depth);
        }
        var members = definition.members();
        if (members.isAnything() || definition == Base.PROXY_INFO) {
            return null;
        }
        path[depth] = at;
        return region(at + headerLength, end, members, depth + 1, true);
    }

    private @Nullable Violation unknown(int at, long key, Grammar grammar, int depth) {
        if ((AvpScanner.flags(buffer, at) & Header.AVP_MANDATORY) == 0) {
            return null;
        }
        for (var rule : grammar.rules()) {
            if (rule.avp().code() == (int) key) {
                return violation(
                        ResultCode.INVALID_AVP_BITS,
                        rule.avp() + " has the V bit or the vendor wrong",
                        FailedAvp.copy(buffer, at),
                        depth);
            }
        }
        return violation(
                ResultCode.AVP_UNSUPPORTED,
                "AVP " + Integer.toUnsignedString((int) key) + " of vendor "
                        + Integer.toUnsignedString((int) (key >>> Integer.SIZE)) + " is not supported",
                FailedAvp.copy(buffer, at),
                depth);
    }

    private @Nullable Violation missing(Grammar grammar, int[] seen, int depth) {
        var rules = grammar.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (seen[i] < rules.get(i).min()) {
                var avp = rules.get(i).avp();
                return violation(ResultCode.MISSING_AVP, avp + " is missing", FailedAvp.example(avp), depth);
            }
        }
        return null;
    }

    private Violation fault(Fault fault, byte[] failedAvp, int depth) {
        return violation(fault.resultCode(), fault.description(), failedAvp, depth);
    }

    /** Puts the failed AVP into the groups that it is in, innermost first. */
    private Violation violation(ResultCode code, String description, byte[] failedAvp, int depth) {
        var failed = failedAvp;
        for (int level = depth - 1; level >= 0; level--) {
            failed = FailedAvp.inGroup(buffer, path[level], failed);
        }
        return new Violation(code, description, failed);
    }

    private int[] cleared(int depth, int size) {
        var seen = counts[depth];
        if (seen == null || seen.length < size) {
            seen = new int[Math.max(size, 64)];
            counts[depth] = seen;
            return seen;
        }
        Arrays.fill(seen, 0, size, 0);
        return seen;
    }
}
