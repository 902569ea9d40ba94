// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jhss.api.error.Failure;
import org.jhss.api.error.FailureStyle;
import org.jhss.api.error.FailureStyles;
import org.jhss.api.error.Failures;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Caller;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Gate;
import org.jhss.api.route.ParameterRules;
import org.jhss.api.route.Query;
import org.jhss.api.route.Request;
import org.jhss.api.route.Router;
import org.jhss.api.route.Surface;
import org.jhss.api.route.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The way of one request: limits, route, who asks, parameters, body, operation, answer. Thread-safe. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String PREFLIGHT_TYPE = "text/html;charset=utf-8";

    private final Router router;
    private final Gate gate;
    private final CommonHeaders common;
    private final ClientAddress addresses;
    private final BodyReader bodies;
    private final FailureStyle compatible;
    private final boolean strict;
    private final RequestMetrics metrics;
    private final AnswerWriter writer = new AnswerWriter();
    private final Audit audit = new Audit();

    Dispatcher(Router router, Gate gate, HttpSettings settings, RequestMetrics metrics) {
        this.router = router;
        this.gate = gate;
        this.common = new CommonHeaders(settings.originHost());
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.bodies = new BodyReader(settings.maxBodySize());
        this.strict = settings.strict();
        this.compatible = strict ? FailureStyles.STRICT : FailureStyles.COMPATIBLE;
        this.metrics = metrics;
    }

    /**
     * Serves a request.
     *
     * @throws IOException when the client went away
     */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        metrics.begin();
        @Nullable Endpoint endpoint = null;
        try {
            var path = request.getRequestURI();
            common.of(path).forEach(response::setHeader);
            if (request.getMethod().equals("OPTIONS")) {
                preflight(response);
                return;
            }
            var id = RequestIds.of(request.getHeader(CommonHeaders.REQUEST_ID));
            response.setHeader(CommonHeaders.REQUEST_ID, id);
            var visitor = visitor(request, id);
            var limited = gate.tooMany(visitor);
            if (limited.isPresent()) {
                fail(response, path, null, limited.get(), id);
                return;
            }
            switch (router.find(request.getMethod(), path)) {
                case Router.Match.Unknown _ ->
                    fail(response, path, null, Failure.of(Kind.UNKNOWN_URL, "nothing is served at this path"), id);
                case Router.Match.WrongMethod wrong -> fail(response, path, null, wrongMethod(wrong), id);
                case Router.Match.Found found -> {
                    endpoint = found.endpoint();
                    enter(request, response, found, visitor);
                }
            }
        } finally {
            metrics.end(endpoint, response.getStatus(), System.nanoTime() - start);
        }
    }

    private static void preflight(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "*");
        response.setContentType(PREFLIGHT_TYPE);
        response.setContentLength(0);
    }

    private Visitor visitor(HttpServletRequest request, String id) {
        return new Visitor(
                addresses.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For")),
                request.getMethod(),
                Optional.ofNullable(request.getHeader("Provisioning-Key")),
                Optional.ofNullable(request.getHeader("Authorization")),
                id);
    }

    private static Failure wrongMethod(Router.Match.WrongMethod wrong) {
        var allowed = wrong.allowed().stream().map(Enum::name).collect(Collectors.joining(", "));
        return Failure.of(Kind.WRONG_METHOD, "the path serves " + allowed).with("Allow", allowed + ", OPTIONS");
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, Router.Match.Found found, Visitor visitor)
            throws IOException {
        var endpoint = found.endpoint();
        switch (gate.admit(endpoint, visitor)) {
            case Gate.Admission.Refused refused -> {
                audit.refused(visitor, endpoint, refused.failure().kind());
                fail(response, endpoint.path().text(), endpoint, refused.failure(), visitor.requestId());
            }
            case Gate.Admission.Admitted admitted -> {
                endpoint.successor().ifPresent(successor -> deprecate(response, filled(successor, found)));
                var answer = answer(request, found, admitted.caller(), visitor.requestId());
                send(response, endpoint, answer, visitor.requestId());
                if (endpoint.changesState()) {
                    audit.changed(
                            admitted.caller(),
                            endpoint,
                            Audit.object(found.values(), answer),
                            response.getStatus(),
                            visitor.requestId());
                }
            }
        }
    }

    private Answer answer(HttpServletRequest request, Router.Match.Found found, Caller caller, String id)
            throws IOException {
        var endpoint = found.endpoint();
        var query = Query.parse(request.getQueryString());
        var problems = ParameterRules.check(endpoint, found.values(), query, request::getHeader);
        if (!problems.isEmpty()) {
            return Answer.failed(Failure.of(Kind.BAD_PARAMETER, problems));
        }
        Optional<JsonNode> body = Optional.empty();
        if (endpoint.body().isPresent()) {
            switch (bodies.read(endpoint.body().get(), request.getInputStream(), request.getContentLengthLong())) {
                case BodyReader.Result.Bad bad -> {
                    return Answer.failed(bad.failure());
                }
                case BodyReader.Result.Read read -> body = read.value();
            }
        }
        return handled(endpoint, new Request(endpoint, found.values(), query, request::getHeader, body, caller, id));
    }

    private static Answer handled(Endpoint endpoint, Request request) {
        try {
            return endpoint.handler().handle(request);
        } catch (RuntimeException e) {
            return Answer.failed(thrown(endpoint, request.id(), e));
        }
    }

    private static Failure thrown(Endpoint endpoint, String id, RuntimeException e) {
        var failure = Failures.of(e);
        var level = failure.kind() == Kind.INTERNAL ? LOG.atError().setCause(e) : LOG.atWarn();
        level.addKeyValue("method", endpoint.method())
                .addKeyValue("path", endpoint.path())
                .addKeyValue("request", id)
                .log(failure.reason());
        return failure;
    }

    private void send(HttpServletResponse response, Endpoint endpoint, Answer answer, String id) throws IOException {
        switch (answer) {
            case Answer.Failed failed -> fail(response, endpoint.path().text(), endpoint, failed.failure(), id);
            case Answer.Done done -> {
                try {
                    writer.send(response, done);
                } catch (RuntimeException e) {
                    var failure = thrown(endpoint, id, e);
                    if (response.isCommitted()) {
                        // Half a list cannot be taken back: the broken transfer tells the client that it is not whole.
                        throw new IOException("the answer broke off", e);
                    }
                    response.resetBuffer();
                    fail(response, endpoint.path().text(), endpoint, failure, id);
                }
            }
        }
    }

    private void fail(
            HttpServletResponse response, String path, @Nullable Endpoint endpoint, Failure failure, String id)
            throws IOException {
        failure.headers().forEach(response::setHeader);
        writer.send(response, render(path, endpoint, failure, id));
    }

    private Rendered render(String path, @Nullable Endpoint endpoint, Failure failure, String id) {
        boolean v1 =
                endpoint == null ? path.startsWith(CommonHeaders.V1_PREFIX + "/") : endpoint.surface() == Surface.V1;
        if (v1) {
            return FailureStyles.PROBLEM.render(failure, id);
        }
        if (strict && endpoint != null && endpoint.strict().isPresent()) {
            var own = endpoint.strict().get().apply(failure);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return compatible.render(failure, id);
    }

    private static String filled(String template, Router.Match.Found found) {
        var path = template;
        var names = found.endpoint().path().variables();
        for (int i = 0; i < names.size(); i++) {
            var value = URLEncoder.encode(found.values().get(i), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            path = path.replace("{" + names.get(i) + "}", value);
        }
        return path;
    }

    /** RFC 9745: deprecated since the day that jHSS has had the POST form. */
    private static void deprecate(HttpServletResponse response, String successor) {
        response.setHeader("Deprecation", "@1795305600");
        response.setHeader("Link", "<" + successor + ">; rel=\"successor-version\"");
    }
}
