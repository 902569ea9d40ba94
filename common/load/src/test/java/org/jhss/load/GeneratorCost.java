// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jhss.aka.AkaCredentials;
import org.jhss.aka.Amf;
import org.jhss.aka.VectorGenerator;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.report.LoadReport;

/** Measures what a request costs the generator, against a responder in the same process with vectors made beforehand. Not a test. */
final class GeneratorCost {

    private static final int VECTORS = 1024;
    private static final int SUBSCRIBERS = 100_000;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private GeneratorCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        var server = new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Responder());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        var address = (InetSocketAddress) server.localAddress();
        for (int window : new int[] {1, 16, 128, 1024}) {
            for (int every : new int[] {0, 10, 1}) {
                show(window, every, run(address, window, every));
            }
        }
        var _ = group.shutdownGracefully().sync();
    }

    private static LoadReport run(InetSocketAddress address, int window, int every) {
        return LoadRun.start(LoadPlan.to(address)
                        .peers(4)
                        .window(window)
                        .subscribers(new Imsi("001010000000001"), SUBSCRIBERS)
                        .key(FakeHss.KEY)
                        .sampleEvery(every)
                        .warmUp(WARM_UP)
                        .duration(MEASURED)
                        .build())
                .await();
    }

    private static void show(int window, int every, LoadReport report) {
        System.out.printf(
                "window %4d, vectors checked 1 in %2d: %7.0f/s, %.1f us CPU per request, p50 %d us, lost %d, faults %s%n",
                window,
                every,
                report.answersPerSecond(),
                report.generator().cpuMicrosPerRequest(),
                report.latency().p50(),
                report.lost(),
                report.faults());
    }

    private static final class Responder extends ChannelInboundHandlerAdapter {

        private final MessageReader reader = new MessageReader(Limits.DEFAULT);
        private final Answers answers = new Answers("hss.test", "test");
        private final DiameterBuffer buffer = new DiameterBuffer();
        private final MessageWriter out = new MessageWriter(buffer);
        private final byte[][] vectors = new byte[VECTORS][];
        private byte[] octets = new byte[1 << 16];
        private int length;
        private int next;

        Responder() {
            var generator = new VectorGenerator();
            var credentials = new AkaCredentials(FakeHss.KEY, new Amf(0x8000));
            for (int i = 0; i < VECTORS; i++) {
                var vector = generator.eutran(credentials, 32L * (i + 1), new Plmn("001", "01").encode(), 0);
                out.start(0, 0, 0, 0, 0)
                        .begin(S6a.AUTHENTICATION_INFO)
                        .begin(S6a.E_UTRAN_VECTOR)
                        .add(S6a.RAND, vector.rand())
                        .add(S6a.XRES, vector.xres())
                        .add(S6a.AUTN, vector.autn())
                        .add(S6a.KASME, vector.kasme())
                        .end()
                        .end();
                vectors[i] = buffer.copy(Header.LENGTH, buffer.length() - Header.LENGTH);
                buffer.clear();
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object received) {
            var in = (ByteBuf) received;
            int count = in.readableBytes();
            if (length + count > octets.length) {
                octets = java.util.Arrays.copyOf(octets, 2 * (length + count));
            }
            in.readBytes(octets, length, count);
            length += count;
            in.release();
            buffer.clear();
            int at = 0;
            while (length - at >= 4 && length - at >= Header.messageLength(octets, at)) {
                int told = Header.messageLength(octets, at);
                answer((Message) reader.read(octets, at, told));
                at += told;
            }
            length -= at;
            System.arraycopy(octets, at, octets, 0, length);
            var reply = context.alloc().ioBuffer(buffer.length());
            reply.writeBytes(buffer.array(), 0, buffer.length());
            var _ = context.writeAndFlush(reply, context.voidPromise());
        }

        private void answer(Message request) {
            if (!request.isRequest()) {
                return;
            }
            Answers.addResult(answers.begin(out, request), ResultCode.SUCCESS);
            if (request.applicationId() != Base.APPLICATION.id()) {
                out.add(Base.AUTH_SESSION_STATE, 1);
                var vector = vectors[next++ % VECTORS];
                out.raw(vector, 0, vector.length);
            }
            answers.finish(out, request);
        }
    }
}
