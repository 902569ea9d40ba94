// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.util.HexFormat;
import java.util.Optional;
import org.jhss.aka.MilenageKey;
import org.jhss.cli.demo.DemoSubscribers;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.load.plan.KeySource;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.plan.SubscriberOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom, and what is checked. */
final class SubjectOptions {

    private static final Imsi PROVISIONED = new Imsi("001010001000000");

    @Option(
            names = "--imsi-first",
            paramLabel = "IMSI",
            description = "The first subscriber. Default: those of 'jhss demo', or with --provision 001010001000000.")
    private @Nullable String first;

    @Option(
            names = "--imsi-count",
            paramLabel = "N",
            description = "How many follow one another. Default: 1, or as many as --provision or 'jhss demo' makes.")
    private @Nullable Integer count;

    @Option(
            names = "--order",
            converter = Order.class,
            paramLabel = "ORDER",
            defaultValue = "uniform",
            description =
                    "Who is next: uniform, round-robin, or hot:COUNT:SHARE, where the first COUNT get that SHARE of the"
                            + " requests. Default: VALUE.")
    private SubscriberOrder order = new SubscriberOrder.Uniform();

    @Option(
            names = "--moving",
            description = "Subscribers move among the peers, which makes the HSS send CLR; else each keeps to one.")
    private boolean moving;

    @Option(
            names = "--plmn",
            paramLabel = "MCCMNC",
            defaultValue = "00101",
            description = "The visited network. Default: VALUE.")
    private String plmn = "";

    @Option(
            names = "--k",
            paramLabel = "HEX",
            defaultValue = TestSubscribers.K,
            description =
                    "K of all subscribers, to check their vectors. Default: that of test set 1 of TS 35.208, which"
                            + " --provision gives them.")
    private String k = "";

    @Option(
            names = "--opc",
            paramLabel = "HEX",
            defaultValue = TestSubscribers.OPC,
            description = "OPc of all subscribers (Milenage). Default: as for --k.")
    private String opc = "";

    @Option(
            names = "--check-every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Compute the vectors of one answer in N again and compare; 0 for none. Default: VALUE.")
    private int checkEvery;

    @Option(
            names = "--remember",
            paramLabel = "N",
            defaultValue = "4000000",
            description = "How many sequence numbers to remember, to find repeated ones; 16 octets each."
                    + " Default: VALUE.")
    private int remember;

    @Option(
            names = "--provision",
            paramLabel = "N",
            description = "First store N subscribers with these keys in the configured database; who is there stays.")
    private @Nullable Integer provision;

    void apply(LoadPlanBuilder plan) {
        plan.order(order)
                .moving(moving)
                .visited(Plmn.parse(plmn)
                        .orElseThrow(() ->
                                new IllegalArgumentException("--plmn " + plmn + ": MCC and MNC are 5 or 6 digits")))
                .sampleEvery(checkEvery)
                .rememberedSqns(remember);
        if (isDemo()) {
            var keys = DemoSubscribers.keys().stream().map(Optional::of).toList();
            plan.subscribers(DemoSubscribers.first(), count == null ? keys.size() : Math.min(count, keys.size()))
                    .keys(keys::get);
        } else {
            plan.subscribers(firstImsi(), count());
            plan.keys(checkEvery == 0 ? KeySource.NONE : KeySource.same(MilenageKey.ofOpc(octets(k), octets(opc))));
        }
    }

    /** What is to be stored first, if anything. */
    Optional<TestSubscribers> provisioned() {
        return provision == null ? Optional.empty() : Optional.of(new TestSubscribers(firstImsi(), provision, k, opc));
    }

    private boolean isDemo() {
        return first == null && provision == null;
    }

    private Imsi firstImsi() {
        return first == null ? PROVISIONED : new Imsi(first);
    }

    private int count() {
        if (count != null) {
            return count;
        }
        return provision == null ? 1 : provision;
    }

    private static byte[] octets(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            // Without the cause, which quotes a part of the key.
            throw new IllegalArgumentException("--k and --opc are hexadecimal");
        }
    }
}
