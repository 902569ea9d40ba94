// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.handler.Result;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of each outcome of a handler; the handlers here need no database. */
class BatchProcessorTest {

    private final DiameterRequests mme = DiameterRequests.mme();
    private final HssMetrics metrics = new HssMetrics(new SimpleMeterRegistry());

    @TempDir
    Path directory;

    @Test
    void aHandlerThatWritesNothingAnswersWithTheHead() {
        var answer = only(context -> Outcome.answered());

        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.has(Base.ORIGIN_HOST)).isTrue();
    }

    @Test
    void aSecondStartOfTheAnswerReplacesTheFirst() {
        var answer = only(context -> {
            context.answer().add(Base.USER_NAME, "forgotten").begin(Base.FAILED_AVP);
            context.answer(Result.of(ResultCode.LIMITED_SUCCESS)).add(Base.CLASS, "kept");
            return Outcome.answered();
        });

        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.LIMITED_SUCCESS.value());
        assertThat(answer.has(Base.USER_NAME)).isFalse();
        assertThat(answer.text(Base.CLASS)).isEqualTo("kept");
    }

    @Test
    void anErrorReplacesWhatWasWrittenAndCarriesItsDetails() {
        var answer = only(context -> {
            context.answer().add(Base.CLASS, "never sent");
            return Outcome.error(ExperimentalResultCode.ROAMING_NOT_ALLOWED)
                    .withFailedAvp(context.request().find(S6a.VISITED_PLMN_ID))
                    .withMessage("not here")
                    .with(out -> out.add(S6a.ERROR_DIAGNOSTIC, 1));
        });

        assertThat(answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0))
                .isEqualTo(5004);
        assertThat(answer.has(Base.CLASS)).isFalse();
        assertThat(answer.text(Base.ERROR_MESSAGE)).isEqualTo("not here");
        assertThat(answer.find(Base.FAILED_AVP).has(S6a.VISITED_PLMN_ID)).isTrue();
        assertThat(answer.enumerated(S6a.ERROR_DIAGNOSTIC, -1)).isEqualTo(1);
    }

    @Test
    void aGroupLeftOpenIsADefectThatBecomes5012() {
        var answer = only(context -> {
            context.answer().begin(Base.FAILED_AVP);
            return Outcome.answered();
        });

        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.UNABLE_TO_COMPLY.value());
    }

    @Test
    void theUnitOfWorkOfAMessageThatNamedNoNeedIsADefectThatBecomes5012() {
        var answer = only(context -> {
            context.work();
            return Outcome.answered();
        });

        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.UNABLE_TO_COMPLY.value());
    }

    @Test
    void referenceDataOfADatabaseThatWasNeverThereIsARefusalNotADefect() {
        try (var store = Store.open(
                DatabaseSettings.sqlite(directory.resolve("missing").resolve("hss.db")), KeyVault.disabled())) {
            var answer = answers(store, context -> {
                        store.unitsOfWork().begin();
                        return Outcome.answered();
                    })
                    .getFirst();

            assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.UNABLE_TO_DELIVER.value());
        }
    }

    @Test
    void aDroppedRequestHasNoAnswerAndItsNeighboursHave() {
        try (var store = store()) {
            var first = mme.bare(S6a.PUR).with(Base.USER_NAME, "drop");
            var second = mme.bare(S6a.PUR).with(Base.USER_NAME, "answer");

            var answers = answers(
                    store,
                    context -> context.request().text(Base.USER_NAME).equals("drop")
                            ? Outcome.drop("as the test wants it")
                            : Outcome.answered(),
                    first,
                    second);

            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().has(Base.RESULT_CODE)).isTrue();
            assertThat(metrics.dropped().count()).isEqualTo(1);
        }
    }

    private Message only(Function<RequestContext, Outcome> behaviour) {
        try (var store = store()) {
            return answers(store, behaviour).getFirst();
        }
    }

    private Store store() {
        return Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
    }

    private List<Message> answers(Store store, Function<RequestContext, Outcome> behaviour) {
        return answers(
                store,
                behaviour,
                mme.bare(S6a.PUR)
                        .with(Base.USER_NAME, "999990000000001")
                        .with(S6a.VISITED_PLMN_ID, mme.visited().encode()));
    }

    private List<Message> answers(
            Store store, Function<RequestContext, Outcome> behaviour, DiameterRequest... requests) {
        var identity = TestHss.config("hss: {OriginHost: hss01, MCC: \"999\", MNC: \"99\"}")
                .hss()
                .identity();
        var processor = new BatchProcessor(
                store.unitsOfWork(),
                Clock.systemUTC(),
                metrics,
                Limits.DEFAULT,
                new Dispatcher(List.of(new Scripted(S6a.PUR, behaviour)), identity, metrics));
        return processor.process(messages(requests)).stream()
                .filter(Exchange::hasAnswer)
                .map(exchange -> (Message)
                        Message.parse(processor.answerOctets(), exchange.answerOffset(), exchange.answerLength()))
                .toList();
    }

    private static List<BusMessage> messages(DiameterRequest... requests) {
        var writer = new FrameWriter();
        Stream.of(requests)
                .map(DiameterRequest::octets)
                .forEach(octets -> writer.add(
                        Envelope.requestIn(1, 1, System.currentTimeMillis(), 0, TestPeer.HOST, "answers"),
                        octets,
                        0,
                        octets.length));
        return ((FrameResult.Messages) FrameReader.read(writer.toFrame().octets())).messages();
    }

    private record Scripted(CommandDefinition command, Function<RequestContext, Outcome> behaviour)
            implements CommandHandler {
        @Override
        public void plan(RequestContext context, Plan plan) {}

        @Override
        public Outcome handle(RequestContext context) {
            return behaviour.apply(context);
        }
    }
}
