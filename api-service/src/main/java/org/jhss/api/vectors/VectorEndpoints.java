// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.vectors;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jhss.aka.Sqn;
import org.jhss.aka.UtranVector;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.auc.Quintets;
import org.jhss.identity.Imsi;
import org.jhss.store.work.Need;
import org.jhss.store.work.SubscriberState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Authentication vectors for who asks over REST, such as a Wi-Fi gateway: made and counted as those for S6a, each with a sequence number
 * of its own, committed before it is answered. All of it changes state, though PyHSS serves it as GET.
 */
public final class VectorEndpoints {

    private static final String EAP = "/auc/eap_aka/plmn/{plmn}/imsi/{imsi}";
    private static final String AKA = "/auc/aka/vector_count/{vector_count}/imsi/{imsi}";
    private static final String RESYNC = "/auc/aka/resync/imsi/{imsi}/auts/{auts}/rand/{rand}";
    private static final String COUNT = "vector_count";
    private static final String IMSI = "imsi";
    private static final int MOST = 32;
    private static final int RAND_LENGTH = 16;
    private static final int MAC_LENGTH = 8;

    /** An AUTS is longer where MAC-S is (TUAK). */
    private static final int LONGEST_AUTS = 38;

    /** Asks with an IND of its own, so that vectors here do not spoil those of serving nodes (TS 33.102 C.3.4). */
    private static final int SELECTOR = "rest".hashCode();

    private static final Set<Need> KEYS = EnumSet.of(Need.AUTHENTICATION);
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Parameter WHO =
            Parameter.path(IMSI, new Schema.Text(15, "[0-9]{6,15}"), "IMSI", "001010000000001");

    private static final Schema.Fields EAP_VECTOR = new Schema.Fields(
            "EAP-AKA vector",
            List.of(
                    hex("rand", "RAND, 16 octets"),
                    hex("xres", "XRES, 4 to 16 octets"),
                    hex("autn", "AUTN, 16 octets"),
                    hex("mac", "MAC-A, 8 octets"),
                    hex("ak", "AK, 6 octets")));

    private static final Schema.Fields AKA_VECTOR = new Schema.Fields(
            "AKA vector",
            List.of(
                    hex("rand", "RAND, 16 octets"),
                    hex("autn", "AUTN, 16 octets"),
                    hex("xres", "XRES, 4 to 16 octets"),
                    hex("ck", "CK, 16 octets"),
                    hex("ik", "IK, 16 octets")));

    private final Facilities facilities;

    private VectorEndpoints(Facilities facilities) {
        this.facilities = facilities;
    }

    /** All of them. */
    public static List<Endpoint> of(Facilities facilities) {
        var operations = new VectorEndpoints(facilities);
        return List.of(
                operations.eap(Surface.PYHSS, Method.GET),
                operations.eap(Surface.EXTENSION, Method.POST),
                operations.aka(Surface.PYHSS, Method.GET),
                operations.aka(Surface.EXTENSION, Method.POST),
                operations.resync(Surface.PYHSS, Method.GET),
                operations.resync(Surface.EXTENSION, Method.POST));
    }

    private Endpoint eap(Surface surface, Method method) {
        return start(surface, method, EAP, "eap_aka")
                .summary("Makes one vector for EAP-AKA")
                .parameters(List.of(
                        Parameter.path(
                                "plmn",
                                new Schema.Text(6, "[0-9]{5,6}"),
                                "MCC and MNC; not used in the maths",
                                "00101"),
                        WHO))
                .ok("The vector, in hexadecimal", EAP_VECTOR)
                .handledBy(request -> make(request, 1, (quintets, sqn) -> eap(quintets.getFirst(), sqn)));
    }

    private Endpoint aka(Surface surface, Method method) {
        return start(surface, method, AKA, "aka__vectors")
                .summary("Makes vectors")
                .description("Each is different, and each uses up a sequence number. They must be used in their order.")
                .parameters(List.of(Parameter.path(COUNT, new Schema.Whole(1, MOST), "How many vectors", "1"), WHO))
                .ok("The vectors, in hexadecimal", new Schema.ArrayOf(AKA_VECTOR))
                .handledBy(request ->
                        make(request, Math.toIntExact(request.pathNumber(COUNT)), (quintets, _) -> aka(quintets)));
    }

    private Endpoint resync(Surface surface, Method method) {
        return start(surface, method, RESYNC, "aka__resync")
                .summary("Sets the sequence number after a USIM's synchronisation failure")
                .description("Only a genuine AUTS moves it (MAC-S, TS 33.102 6.3.5).")
                .parameters(List.of(
                        WHO,
                        Parameter.path(
                                "auts",
                                new Schema.Text(2 * LONGEST_AUTS, "([0-9a-fA-F]{2}){14,38}"),
                                "AUTS in hexadecimal",
                                "a1b2c3d4e5f60102030405060708"),
                        Parameter.path(
                                "rand",
                                new Schema.Text(2 * RAND_LENGTH, "[0-9a-fA-F]{32}"),
                                "The RAND that the USIM was challenged with, in hexadecimal",
                                "23553cbe9637a89d218ae64dae47bf35")))
                .ok("It is done", new Schema.Nullable(new Schema.Any()))
                .fails(Kind.INVALID)
                .handledBy(this::resynchronise);
    }

    private static EndpointBuilder start(Surface surface, Method method, String path, String id) {
        var builder = Endpoint.of(surface, method, path)
                .tag("auc")
                .operationId(method == Method.GET ? "get_py_hss_" + id : "create_" + id)
                .changesState(true)
                .role(Role.PROVISION)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(VectorEndpoints::strict);
        return method == Method.GET ? builder.deprecatedFor(path) : builder;
    }

    private Answer make(Request request, int count, BiFunction<List<UtranVector>, Long, JsonNode> json) {
        return with(
                request,
                subscriber -> switch (new Quintets(facilities.config().hss().sqn()).make(subscriber, SELECTOR, count)) {
                    case Quintets.Result.Made(var quintets, var sqn) -> Answer.json(json.apply(quintets, sqn));
                    case Quintets.Result.GsmOnly _ -> conflict("the card is a SIM of 2G, which knows no AKA");
                    case Quintets.Result.NoKeys(var reason) -> conflict("no vectors: " + reason);
                    case Quintets.Result.UsedUp _ -> conflict("the sequence numbers are used up");
                });
    }

    private Answer resynchronise(Request request) {
        var auts = HEX.parseHex(request.path("auts"));
        var rand = HEX.parseHex(request.path("rand"));
        return with(request, subscriber -> switch (new Quintets(
                        facilities.config().hss().sqn())
                .resynchronise(subscriber, rand, auts)) {
            case DONE -> Answer.json(JSON.nullNode());
            case FORGED ->
                Answer.failed(Failure.of(Kind.INVALID, "auts", "mac_s", "is not what this USIM answers to this RAND"));
            case MALFORMED ->
                Answer.failed(Failure.of(
                        Kind.INVALID, "auts", "length", "does not have the length that the algorithm gives"));
            case NO_KEYS -> conflict("the subscriber has no usable keys of a USIM");
        });
    }

    private static Answer conflict(String reason) {
        return Answer.failed(Failure.of(Kind.CONFLICT, reason));
    }

    /** Committed before it is answered, and only if it is answered; the work may run again, so it changes the unit of work only. */
    private Answer with(Request request, Function<SubscriberState, Answer> work) {
        var imsi = Imsi.parse(request.path(IMSI));
        if (imsi.isEmpty()) {
            return Answer.notFound("no auc has this imsi");
        }
        return facilities.store().unitsOfWork().run(unit -> {
            unit.prefetch(List.of(imsi.get()), KEYS);
            var subscriber = unit.subscriber(imsi.get());
            if (subscriber.isEmpty()) {
                return Answer.notFound("no auc has this imsi");
            }
            var answer = work.apply(subscriber.get());
            if (answer instanceof Answer.Done) {
                unit.commit();
            }
            return answer;
        });
    }

    private static JsonNode eap(UtranVector quintet, long sqn) {
        var autn = quintet.autn();
        var ak = new byte[Sqn.LENGTH];
        Sqn.encode(Sqn.decode(autn, 0) ^ sqn, ak, 0);
        return JSON.objectNode()
                .put("rand", HEX.formatHex(quintet.rand()))
                .put("xres", HEX.formatHex(quintet.xres()))
                .put("autn", HEX.formatHex(autn))
                .put("mac", HEX.formatHex(Arrays.copyOfRange(autn, autn.length - MAC_LENGTH, autn.length)))
                .put("ak", HEX.formatHex(ak));
    }

    private static JsonNode aka(List<UtranVector> quintets) {
        var array = JSON.arrayNode();
        for (var quintet : quintets) {
            array.addObject()
                    .put("rand", HEX.formatHex(quintet.rand()))
                    .put("autn", HEX.formatHex(quintet.autn()))
                    .put("xres", HEX.formatHex(quintet.xres()))
                    .put("ck", HEX.formatHex(quintet.ck()))
                    .put("ik", HEX.formatHex(quintet.ik()));
        }
        return array;
    }

    private static Property hex(String name, String description) {
        return Property.required(name, new Schema.Text(2 * RAND_LENGTH, "([0-9a-f]{2})+"), description)
                .example("23553cbe9637a89d218ae64dae47bf35");
    }

    private static Optional<Rendered> strict(Failure failure) {
        return failure.kind() == Kind.CONFLICT || failure.kind() == Kind.INVALID
                ? Optional.of(Rendered.json(Status.OK, JSON.nullNode()))
                : Optional.empty();
    }
}
