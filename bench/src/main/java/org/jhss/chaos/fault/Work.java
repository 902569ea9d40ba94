// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jhss.aka.MilenageKey;
import org.jhss.bench.bulk.Population;
import org.jhss.bench.rig.Rig;
import org.jhss.chaos.Counts;
import org.jhss.diameter.message.ResultCode;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.report.LoadReport;

/** What peers ask of the system under test, and how the generator's report becomes ours. */
final class Work {

    /** Few enough that each is asked for often, many enough that they seldom wait for each other. */
    static final int SUBSCRIBERS = 1000;

    /** The shipped {@code hss.diameter_request_timeout} with some time for a busy machine to look at its sockets. */
    static final Duration DEADLINE = Duration.ofSeconds(4);

    /** When no answer is expected any more. */
    static final Duration GIVEN_UP = Duration.ofSeconds(10);

    private static final int PEERS = 8;

    private Work() {}

    /** Vectors and locations for subscribers who roam between eight peers, every answer checked. */
    static LoadPlanBuilder moving(Rig rig, Books books) {
        var hex = HexFormat.of();
        return LoadPlan.to(rig.diameterAddresses())
                .peers(PEERS)
                .send("AIR", 1)
                .send("ULR", 1)
                .subscribers(Population.of(SUBSCRIBERS).first(), SUBSCRIBERS)
                .moving(true)
                .key(MilenageKey.ofOpc(hex.parseHex(Population.K), hex.parseHex(Population.OPC)))
                .deadline(DEADLINE)
                .requestTimeout(GIVEN_UP)
                .observer(books);
    }

    static Counts counts(LoadReport report, long missingLocations) {
        var requests = report.requests().plus(report.warmUp());
        var faults = report.faults();
        Map<Integer, Long> refused = new TreeMap<>();
        for (var command : report.commands()) {
            for (var code : command.codes()) {
                if (code.code() != ResultCode.SUCCESS.value()) {
                    refused.merge(code.code(), code.count(), Long::sum);
                }
            }
        }
        return new Counts(
                requests.sent(),
                requests.succeeded(),
                refused,
                requests.ended(),
                requests.lost() + requests.outstanding(),
                faults.duplicateAnswers() + faults.unsolicited(),
                faults.lateAnswers(),
                faults.repeatedSqns(),
                faults.wrongVectorCount(),
                missingLocations);
    }
}
