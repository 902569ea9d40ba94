// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.aka.AkaKey;
import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;

/** A {@link LoadPlan} in the making. What is not set keeps its default. Ranges are checked by {@link #build()}. */
public final class LoadPlanBuilder {

    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(10);
    private static final Realm DEFAULT_REALM = new Realm("epc.mnc001.mcc001.3gppnetwork.org");
    private static final Plmn DEFAULT_PLMN = new Plmn("001", "01");
    private static final Imsi DEFAULT_FIRST = new Imsi("001010000000101");

    private final List<InetSocketAddress> targets;
    private int peers = 1;
    private String namePrefix = "mme";
    private Realm originRealm = DEFAULT_REALM;
    private Realm destinationRealm = DEFAULT_REALM;
    private Optional<PeerHost> destinationHost = Optional.empty();
    private Plmn visited = DEFAULT_PLMN;
    private boolean sticky = true;
    private final List<MixEntry> mix = new ArrayList<>();
    private Imsi firstImsi = DEFAULT_FIRST;
    private int imsiCount = 1;
    private SubscriberOrder order = new SubscriberOrder.Uniform();
    private Pace pace = new Pace.Window(1, false);
    private Duration warmUp = Duration.ZERO;
    private Duration duration = DEFAULT_DURATION;
    private long count = Long.MAX_VALUE;
    private KeySource keys = KeySource.NONE;
    private int sampleEvery = 1;
    private int rememberedSqns = Checks.DEFAULT_REMEMBERED_SQNS;
    private Duration requestTimeout = LinkPolicy.DEFAULT.requestTimeout();
    private Optional<Duration> deadline = LinkPolicy.DEFAULT.deadline();
    private Optional<Backoff> reconnect = LinkPolicy.DEFAULT.reconnect();
    private boolean retransmit;
    private Optional<Duration> watchdog = LinkPolicy.DEFAULT.watchdog();
    private Duration connectTimeout = LinkPolicy.DEFAULT.connectTimeout();
    private int maxOutstanding = LinkPolicy.DEFAULT.maxOutstanding();
    private int threads = 1;
    private long seed = 1;
    private RequestObserver observer = RequestObserver.NONE;

    LoadPlanBuilder(List<InetSocketAddress> targets) {
        this.targets = List.copyOf(targets);
    }

    /** How many peers connect; see {@link PeerSet#count()}. */
    public LoadPlanBuilder peers(int value) {
        peers = value;
        return this;
    }

    /** First part of the Origin-Hosts. */
    public LoadPlanBuilder namePrefix(String value) {
        namePrefix = value;
        return this;
    }

    /** Origin-Realm of the peers. */
    public LoadPlanBuilder originRealm(Realm value) {
        originRealm = value;
        return this;
    }

    /** Destination-Realm. */
    public LoadPlanBuilder destinationRealm(Realm value) {
        destinationRealm = value;
        return this;
    }

    /** Destination-Host. */
    public LoadPlanBuilder destinationHost(PeerHost value) {
        destinationHost = Optional.of(value);
        return this;
    }

    /** The visited network. */
    public LoadPlanBuilder visited(Plmn value) {
        visited = value;
        return this;
    }

    /** Whether subscribers move from peer to peer rather than each belonging to one. */
    public LoadPlanBuilder moving(boolean value) {
        sticky = !value;
        return this;
    }

    /** Adds a command with its weight. */
    public LoadPlanBuilder send(String command, int weight) {
        return send(MixEntry.of(command, weight));
    }

    /** Adds a command with its weight and priority (DRMP). */
    public LoadPlanBuilder send(String command, int weight, int priority) {
        return send(new MixEntry(command, weight, OptionalInt.of(priority)));
    }

    /** Adds an entry. */
    public LoadPlanBuilder send(MixEntry entry) {
        mix.add(entry);
        return this;
    }

    /** The subscribers. */
    public LoadPlanBuilder subscribers(Imsi first, int number) {
        firstImsi = first;
        imsiCount = number;
        return this;
    }

    /** Which subscriber is next. */
    public LoadPlanBuilder order(SubscriberOrder value) {
        order = value;
        return this;
    }

    /** Closed loop with so many requests outstanding in total. */
    public LoadPlanBuilder window(int total) {
        return pace(new Pace.Window(total, false));
    }

    /** Open loop with so many requests per second in total. */
    public LoadPlanBuilder rate(double perSecond) {
        return pace(new Pace.Rate(perSecond));
    }

    /** When requests are sent. */
    public LoadPlanBuilder pace(Pace value) {
        pace = value;
        return this;
    }

    /** Time that is not measured. */
    public LoadPlanBuilder warmUp(Duration value) {
        warmUp = value;
        return this;
    }

    /** Time that is measured. */
    public LoadPlanBuilder duration(Duration value) {
        duration = value;
        return this;
    }

    /** Requests that end the run before the time does. */
    public LoadPlanBuilder count(long value) {
        count = value;
        return this;
    }

    /** One key for all subscribers, to check vectors. */
    public LoadPlanBuilder key(AkaKey key) {
        return keys(KeySource.same(key));
    }

    /** Keys to check vectors. */
    public LoadPlanBuilder keys(KeySource value) {
        keys = value;
        return this;
    }

    /** Check the vectors of one answer in so many; 0 for none. */
    public LoadPlanBuilder sampleEvery(int value) {
        sampleEvery = value;
        return this;
    }

    /** How many pairs of subscriber and SQN are remembered; see {@link Checks#rememberedSqns()}. */
    public LoadPlanBuilder rememberedSqns(int value) {
        rememberedSqns = value;
        return this;
    }

    /** When an unanswered request is lost. */
    public LoadPlanBuilder requestTimeout(Duration value) {
        requestTimeout = value;
        return this;
    }

    /** When an answer is late. */
    public LoadPlanBuilder deadline(Duration value) {
        deadline = Optional.of(value);
        return this;
    }

    /** How to connect again. */
    public LoadPlanBuilder reconnect(Backoff value) {
        reconnect = Optional.of(value);
        return this;
    }

    /** Leaves a peer down once its connection ended. */
    public LoadPlanBuilder noReconnect() {
        reconnect = Optional.empty();
        return this;
    }

    /** Whether requests are sent again over the next connection. */
    public LoadPlanBuilder retransmit(boolean value) {
        retransmit = value;
        return this;
    }

    /** How often each peer sends DWR. */
    public LoadPlanBuilder watchdog(Duration value) {
        watchdog = Optional.of(value);
        return this;
    }

    /** Sends no DWR; those of the HSS are answered all the same. */
    public LoadPlanBuilder noWatchdog() {
        watchdog = Optional.empty();
        return this;
    }

    /** For connection and capabilities exchange. */
    public LoadPlanBuilder connectTimeout(Duration value) {
        connectTimeout = value;
        return this;
    }

    /** A bound on the requests outstanding in open loop. */
    public LoadPlanBuilder maxOutstanding(int value) {
        maxOutstanding = value;
        return this;
    }

    /** Event loops of the generator. */
    public LoadPlanBuilder threads(int value) {
        threads = value;
        return this;
    }

    /** Seed of all random choices. */
    public LoadPlanBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Told of every request's end. */
    public LoadPlanBuilder observer(RequestObserver value) {
        observer = value;
        return this;
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException when something is out of its range
     */
    public LoadPlan build() {
        return new LoadPlan(
                targets,
                new PeerSet(peers, namePrefix, originRealm, destinationRealm, destinationHost, visited, sticky),
                mix.isEmpty() ? List.of(MixEntry.of("AIR", 1)) : mix,
                new SubscriberRange(firstImsi, imsiCount, order),
                pace,
                new Span(warmUp, duration, count),
                new Checks(keys, sampleEvery, rememberedSqns),
                new LinkPolicy(
                        requestTimeout, deadline, reconnect, retransmit, watchdog, connectTimeout, maxOutstanding),
                threads,
                seed,
                observer);
    }
}
