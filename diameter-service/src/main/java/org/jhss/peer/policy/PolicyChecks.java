// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jhss.platform.config.CheckMode;
import org.jhss.platform.config.ChecksConfig;
import org.jhss.platform.logging.RateLimitedLog;
import org.slf4j.LoggerFactory;

/** The checks' modes, and what is done with their findings: count, log, and refuse if that is the mode. Thread-safe. */
public final class PolicyChecks {

    private static final RateLimitedLog QUIET =
            new RateLimitedLog(LoggerFactory.getLogger(PolicyChecks.class), 2, Duration.ofSeconds(30));

    private enum Outcome {
        REFUSED,
        LOGGED,
        TRUSTED
    }

    private final Map<Check, CheckMode> modes = new EnumMap<>(Check.class);
    private final Map<Check, Map<Outcome, Counter>> counters = new EnumMap<>(Check.class);

    public PolicyChecks(ChecksConfig config, MeterRegistry registry) {
        for (var check : Check.values()) {
            modes.put(check, check.mode(config));
            Map<Outcome, Counter> ofCheck = new EnumMap<>(Outcome.class);
            for (var outcome : Outcome.values()) {
                ofCheck.put(
                        outcome,
                        Counter.builder("jhss.peer.policy")
                                .description("What checks of peers and of their requests found")
                                .tag("check", check.label())
                                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
            counters.put(check, ofCheck);
        }
    }

    /** Whether the check is to be made at all. */
    public boolean isOn(Check check) {
        return mode(check).isOn();
    }

    /** Whether what the check finds is refused. */
    public boolean isEnforced(Check check) {
        return mode(check).refuses();
    }

    /**
     * Takes what a check found.
     *
     * @return whether it is to be refused
     */
    public boolean refuses(Check check, Finding finding) {
        var mode = mode(check);
        if (mode.isOn()) {
            var outcome = mode.refuses() ? Outcome.REFUSED : Outcome.LOGGED;
            count(check, outcome);
            log(check, outcome, finding);
        }
        return mode.refuses();
    }

    /** A peer was accepted that is listed nowhere. */
    public void trusted(Finding finding) {
        count(Check.PEER, Outcome.TRUSTED);
        log(Check.PEER, Outcome.TRUSTED, finding);
    }

    private CheckMode mode(Check check) {
        return modes.getOrDefault(check, CheckMode.OFF);
    }

    private void count(Check check, Outcome outcome) {
        var ofCheck = counters.get(check);
        var counter = ofCheck == null ? null : ofCheck.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    private static void log(Check check, Outcome outcome, Finding finding) {
        var line = QUIET.atWarn(check.label() + ' ' + finding.peer())
                .addKeyValue("check", check.label())
                .addKeyValue("peer", finding.peer())
                .addKeyValue("remote", finding.remote());
        if (!finding.session().isEmpty()) {
            line = line.addKeyValue("session", finding.session());
        }
        var verdict = switch (outcome) {
            case REFUSED -> "refused: ";
            case LOGGED -> "let through, though ";
            case TRUSTED -> "trusted, as any peer is here: ";
        };
        line.log(verdict + finding.text());
    }
}
