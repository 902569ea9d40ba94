// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Response;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.store.access.ApiToken;
import org.jhss.store.access.ApiTokens;
import org.jhss.store.access.Tokens;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Making, listing and revoking tokens; for administrators. */
final class TokenEndpoints {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_DAYS = 3650;
    private static final List<String> ROLES = List.of("read", "provision", "admin");
    private static final Schema.Fields ASKED = new Schema.Fields(
            "New token",
            List.of(
                    Property.required("name", Schema.text(LONGEST_NAME), "What it is for")
                            .example("billing"),
                    Property.required("role", new Schema.Choice(ROLES), "What it may do")
                            .example("provision"),
                    Property.optional(
                                    "days", new Schema.Whole(1, MOST_DAYS), "Days until it expires; never if left out")
                            .example("365")));
    private static final List<Property> SHOWN = List.of(
            Property.required("token_id", Schema.id(), "Id"),
            Property.required("name", Schema.text(LONGEST_NAME), "What it is for"),
            Property.required("role", new Schema.Choice(ROLES), "What it may do"),
            Property.required("created", new Schema.Moment(), "When it was made"),
            Property.required("created_by", Schema.text(LONGEST_NAME), "Who made it"),
            Property.required("expires", new Schema.Nullable(new Schema.Moment()), "When it expires"),
            Property.required("last_used", new Schema.Nullable(new Schema.Moment()), "About when it was last used"));
    private static final Schema.Fields TOKEN = new Schema.Fields("Token", SHOWN);
    private static final Schema.Fields CREATED = new Schema.Fields("Created token", withSecret());

    private final ApiTokens tokens;
    private final Clock clock;

    TokenEndpoints(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    List<Endpoint> all() {
        return List.of(
                start(Method.GET, "/v1/tokens", "list_tokens")
                        .summary("Lists tokens, not what they are")
                        .ok("The tokens", new Schema.ArrayOf(TOKEN))
                        .handledBy(_ -> list()),
                start(Method.POST, "/v1/tokens", "create_token")
                        .summary("Makes a token")
                        .description("The token itself is in this answer only: it is not stored.")
                        .body(ASKED, "What it is to be")
                        .response(new Response(Status.CREATED, "The token", Optional.of(CREATED), List.of("Location")))
                        .fails(Kind.INVALID)
                        .handledBy(this::create),
                start(Method.DELETE, "/v1/tokens/{id}", "revoke_token")
                        .summary("Revokes a token, within seconds")
                        .parameter(Parameter.path("id", Schema.id(), "Id of the token", "1"))
                        .response(new Response(Status.NO_CONTENT, "It is revoked", Optional.empty(), List.of()))
                        .fails(Kind.NOT_FOUND)
                        .handledBy(request -> tokens.revoke(request.pathNumber("id"))
                                ? Answer.empty(Status.NO_CONTENT)
                                : Answer.notFound("there is no token " + request.path("id"))));
    }

    private static EndpointBuilder start(Method method, String path, String id) {
        return Endpoint.of(Surface.V1, method, path)
                .tag("tokens")
                .operationId(id)
                .role(Role.ADMIN);
    }

    private static List<Property> withSecret() {
        var all = new ArrayList<>(SHOWN);
        all.add(Property.required("token", Schema.text(100), "The token, for header Authorization: Bearer"));
        return all;
    }

    private Answer list() {
        var all = JsonNodeFactory.instance.arrayNode();
        tokens.all().forEach(token -> all.add(tree(token)));
        return Answer.json(all);
    }

    private Answer create(Request request) {
        var asked = request.object();
        var name = asked.path("name").asString("").strip();
        var role = asked.path("role").asString("").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return invalid("name", "length", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (!ROLES.contains(role)) {
            return invalid("role", "enum", "must be one of " + String.join(", ", ROLES));
        }
        var days = asked.path("days");
        boolean limited = !days.isMissingNode() && !days.isNull();
        if (limited && (!days.isInt() || days.intValue() < 1 || days.intValue() > MOST_DAYS)) {
            return invalid("days", "range", "must be a whole number from 1 to " + MOST_DAYS);
        }
        var now = clock.instant();
        Optional<Instant> expires =
                limited ? Optional.of(now.plus(days.intValue(), ChronoUnit.DAYS)) : Optional.empty();
        var secret = Tokens.make();
        var token = tokens.create(name, role, Tokens.hash(secret), who(request), now, expires);
        return Answer.json(Status.CREATED, tree(token).put("token", secret))
                .with("Location", "/v1/tokens/" + token.id())
                .with("Cache-Control", "no-store");
    }

    private static String who(Request request) {
        var name = request.caller().name();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static Answer invalid(String field, String rule, String message) {
        return Answer.failed(Failure.of(Kind.INVALID, field, rule, message));
    }

    private static ObjectNode tree(ApiToken token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("token_id", token.id())
                .put("name", token.name())
                .put("role", token.role())
                .put("created", text(token.created()))
                .put("created_by", token.createdBy())
                .put("expires", token.expires().map(TokenEndpoints::text).orElse(null))
                .put("last_used", token.lastUsed().map(TokenEndpoints::text).orElse(null));
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
