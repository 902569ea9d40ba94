// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jhss.platform.lifecycle.Version;
import org.jhss.store.outbox.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Sends one notification over HTTP/1.1. Certificates are verified against the JVM's trust store; redirects are not followed, since a
 * signed body is for the configured endpoint. Thread-safe.
 */
final class WebhookClient implements AutoCloseable {

    /** Names a notification: a receiver that sees one twice, after a failure in between, can tell by it. */
    static final String DELIVERY = "X-JHSS-Delivery";

    private static final String USER_AGENT = "jHSS/" + Version.of() + " (Webhook)";
    private static final String UNKNOWN_HOST = "No matching DNS entry found";
    private static final String CONNECTION_REFUSED = "Connection Refused";
    private static final String TLS_FAILURE = "TLS failure";
    private static final String TIMEOUT = "Timeout";

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private final String referer;

    WebhookClient(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
        this.referer = hostName();
    }

    /**
     * Makes one attempt.
     *
     * @throws InterruptedException when the service stops meanwhile; whether the notification arrived is not known then
     */
    Attempt send(Waiting waiting) throws InterruptedException {
        HttpRequest request;
        try {
            request = request(waiting);
        } catch (IllegalArgumentException e) {
            return new Attempt.Refused(Attempt.NO_ANSWER, "not an http address");
        }
        var answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            // A limit of our own: the client's does not cover an answer that trickles.
            var response = answer.get(settings.attemptLimit().toMillis(), TimeUnit.MILLISECONDS);
            return Statuses.judge(response.statusCode());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Attempt.Failed(Attempt.NO_ANSWER, TIMEOUT);
        } catch (ExecutionException e) {
            return new Attempt.Failed(Attempt.NO_ANSWER, reason(e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private HttpRequest request(Waiting waiting) {
        var notification = waiting.notification();
        var body =
                notification.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(notification.body());
        var request = HttpRequest.newBuilder(URI.create(notification.endpoint()))
                .timeout(settings.attemptLimit())
                .method(notification.method(), body)
                .header("Content-Type", "application/json")
                .header("Referer", referer)
                .header("User-Agent", USER_AGENT)
                .header(DELIVERY, Long.toString(waiting.id()));
        settings.secret()
                .ifPresent(secret -> request.header(
                        Signature.HEADER,
                        Signature.of(secret, clock.instant().getEpochSecond(), waiting.id(), notification.body())));
        return request.build();
    }

    private static String reason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return UNKNOWN_HOST;
            }
            if (cause instanceof HttpTimeoutException) {
                return TIMEOUT;
            }
            if (cause instanceof SSLException) {
                return TLS_FAILURE;
            }
        }
        // As PyHSS says of every other failure.
        return CONNECTION_REFUSED;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
