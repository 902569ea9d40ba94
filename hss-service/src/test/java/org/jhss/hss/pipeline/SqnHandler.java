// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.identity.Imsi;
import org.jhss.store.work.Need;

/** Serves AIR by handing out the next SQN in Session-Timeout: what a vector is to the real handler, as simple as can be. */
final class SqnHandler implements CommandHandler {

    private final Consumer<RequestContext> mischief;

    private SqnHandler(Consumer<RequestContext> mischief) {
        this.mischief = mischief;
    }

    /** An S6a of just this. */
    static InterfaceModule module() {
        return module(context -> {});
    }

    /** An S6a of just this, whose handler does {@code mischief} after it has changed the database and written its answer. */
    static InterfaceModule module(Consumer<RequestContext> mischief) {
        return new InterfaceModule() {
            @Override
            public List<CommandHandler> handlers(HandlerEnvironment environment) {
                return List.of(new SqnHandler(mischief));
            }
        };
    }

    /** The SQN that an answer hands out; -1 when it has none. */
    static long sqn(Message answer) {
        return answer.unsigned32(Base.SESSION_TIMEOUT, -1);
    }

    @Override
    public CommandDefinition command() {
        return S6a.AIR;
    }

    @Override
    public void plan(RequestContext context, Plan plan) {
        Imsi.parse(context.request().text(Base.USER_NAME))
                .ifPresent(imsi -> plan.subscriber(imsi, EnumSet.noneOf(Need.class)));
    }

    @Override
    public Outcome handle(RequestContext context) {
        var subscriber = Imsi.parse(context.request().text(Base.USER_NAME)).flatMap(context::subscriber);
        if (subscriber.isEmpty()) {
            return Outcome.error(ExperimentalResultCode.USER_UNKNOWN);
        }
        long sqn = subscriber.get().sqn();
        subscriber.get().setSqn(sqn + 1);
        context.answer().add(Base.SESSION_TIMEOUT, sqn);
        mischief.accept(context);
        return Outcome.answered();
    }
}
