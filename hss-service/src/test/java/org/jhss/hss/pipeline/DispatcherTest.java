// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final DiameterRequests mme = DiameterRequests.mme();

    @Test
    void aRequestGoesToTheHandlerOfItsApplicationAndCode() {
        var air = new Idle(S6a.AIR);
        var ecr = new Idle(S13.ECR);
        var dispatcher = dispatcher(air, new Idle(S6a.ULR), ecr);

        assertThat(dispatcher.route(message(mme.bare(S6a.AIR))))
                .isInstanceOfSatisfying(
                        Route.Served.class,
                        served -> assertThat(served.handler()).isSameAs(air));
        assertThat(dispatcher.route(message(mme.bare(S13.ECR))))
                .isInstanceOfSatisfying(
                        Route.Served.class,
                        served -> assertThat(served.handler()).isSameAs(ecr));
    }

    @Test
    void theSameCodeInAnotherApplicationIsAnotherCommand() {
        var dispatcher = dispatcher(new Idle(S6a.AIR), new Idle(S13.ECR));

        assertUnserved(
                dispatcher, mme.bare(S6a.AIR).application(S13.ECR.applicationId()), ResultCode.COMMAND_UNSUPPORTED);
    }

    @Test
    void anApplicationWithoutAnyHandlerIsUnsupportedEvenIfTheDictionaryKnowsIt() {
        var dispatcher = dispatcher(new Idle(S6a.AIR));

        assertUnserved(dispatcher, mme.bare(S13.ECR), ResultCode.APPLICATION_UNSUPPORTED);
        assertUnserved(dispatcher, mme.bare(S6a.AIR).application(-2), ResultCode.APPLICATION_UNSUPPORTED);
    }

    @Test
    void twoHandlersForOneCommandAreADefectSeenAtStart() {
        assertThatThrownBy(() -> dispatcher(new Idle(S6a.AIR), new Idle(S6a.AIR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AIR");
    }

    private static void assertUnserved(Dispatcher dispatcher, DiameterRequest request, ResultCode code) {
        assertThat(dispatcher.route(message(request)))
                .isInstanceOfSatisfying(
                        Route.Unserved.class,
                        unserved -> assertThat(unserved.error()).isEqualTo(code));
    }

    private static Message message(DiameterRequest request) {
        return (Message) Message.parse(request.octets());
    }

    private static Dispatcher dispatcher(CommandHandler... handlers) {
        var identity = TestHss.config("hss: {OriginHost: hss01, MCC: \"999\", MNC: \"99\"}")
                .hss()
                .identity();
        return new Dispatcher(List.of(handlers), identity, new HssMetrics(new SimpleMeterRegistry()));
    }

    private record Idle(CommandDefinition command) implements CommandHandler {
        @Override
        public void plan(RequestContext context, Plan plan) {}

        @Override
        public Outcome handle(RequestContext context) {
            return Outcome.answered();
        }
    }
}
