// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.FailedAvp;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.handler.Result;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.EirConfig;
import org.jhss.store.work.Equipment;
import org.jhss.store.work.Need;

/**
 * ME-Identity-Check (TS 29.272 6.2.1): may this device be used? Asked by an MME (S13) or an SGSN (S13'). docs/s13.md tells the
 * order of rules.
 */
final class MeIdentityCheck implements CommandHandler {

    private static final Set<Need> BARE = EnumSet.noneOf(Need.class);

    private final EirConfig config;
    private final HssEvents events;
    private final PatternRegister patterns;
    private final DeviceRecorder recorder;

    MeIdentityCheck(HandlerEnvironment environment, PatternRegister patterns, DeviceRecorder recorder) {
        this.config = environment.config().eir();
        this.events = environment.events();
        this.patterns = patterns;
        this.recorder = recorder;
    }

    @Override
    public CommandDefinition command() {
        return S13.ECR;
    }

    @Override
    public void plan(RequestContext context, Plan plan) {
        var terminal = TerminalInformation.of(context.request());
        if (terminal.imei().isEmpty()) {
            return;
        }
        var imei = terminal.imei().get();
        var imsi = recordedImsi(context);
        plan.equipment(new Equipment.Check(imei, terminal.spellings(imei), imsi));
        if (imsi.isPresent() && !config.storeOffnetImsi()) {
            plan.subscriber(imsi.get(), BARE);
        }
    }

    @Override
    public Outcome handle(RequestContext context) {
        var terminal = TerminalInformation.of(context.request());
        if (terminal.isMissing()) {
            return missingImei(context.request().find(S6a.TERMINAL_INFORMATION));
        }
        var matched = decide(context, terminal);
        int status = matched.orElse(config.noMatchResponse());
        terminal.imei().ifPresent(imei -> record(context, imei, terminal.text(), status));
        if (matched.isEmpty() && config.noMatchError()) {
            // Not as an error outcome, which would take back what was recorded of the device.
            context.answer(Result.of(ExperimentalResultCode.EQUIPMENT_UNKNOWN));
        } else {
            context.answer().add(S6a.EQUIPMENT_STATUS, status);
            context.afterCommit(() -> events.equipment(status));
        }
        return Outcome.answered();
    }

    private OptionalInt decide(RequestContext context, TerminalInformation terminal) {
        var imsi = context.request().text(Base.USER_NAME);
        if (terminal.imei().isPresent()) {
            var spellings = terminal.spellings(terminal.imei().get());
            var exact = ExactRules.decide(context.work().equipment(), spellings, imsi);
            if (exact.isPresent()) {
                return exact;
            }
        }
        return patterns.current().decide(terminal.text(), imsi);
    }

    private void record(RequestContext context, Imei imei, String imeiText, int status) {
        var imsi = recordedImsi(context);
        if (imsi.isPresent()
                && (config.storeOffnetImsi() || context.subscriber(imsi.get()).isPresent())) {
            recorder.record(context, imsi.get(), imei, imeiText, status);
        }
    }

    /** The subscriber, when it is known and pairs are to be kept. */
    private Optional<Imsi> recordedImsi(RequestContext context) {
        return config.imsiImeiLogging() ? Imsi.parse(context.request().text(Base.USER_NAME)) : Optional.empty();
    }

    /** The IMEI is mandatory (TS 29.272 table 6.2.1/1), although the group's grammar makes it optional. */
    private static Outcome missingImei(Avp terminalInformation) {
        var member = org.jhss.diameter.message.FailedAvp.example(S6a.IMEI);
        var group = org.jhss.diameter.message.FailedAvp.inGroup(
                terminalInformation.buffer(), terminalInformation.offset(), member);
        return Outcome.error(ResultCode.MISSING_AVP).withFailedAvp(FailedAvp.of(group));
    }
}
