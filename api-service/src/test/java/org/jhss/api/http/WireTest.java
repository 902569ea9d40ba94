// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jhss.api.http.RawClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the wire, octet by octet. */
class WireTest {

    private static WebServer server;
    private static WebServer strict;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(false);
        strict = TestServer.start(true);
    }

    @AfterAll
    static void stop() {
        server.close();
        strict.close();
    }

    private static Reply get(String path) throws IOException {
        return RawClient.send(server.address(), "GET " + path + " HTTP/1.1", "");
    }

    private static void hasCommonHeaders(Reply reply) {
        assertThat(reply.headers())
                .containsEntry("HSS", TestServer.ORIGIN_HOST)
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET,PUT,POST,DELETE,PATCH,OPTIONS")
                .containsEntry(
                        "Access-Control-Allow-Headers",
                        "Content-Type, Authorization, Content-Length, X-Requested-With, Provisioning-Key");
    }

    @Test
    void the_status_line_has_a_reason_phrase_and_the_body_ends_with_a_newline() throws IOException {
        var reply = get("/thing/1");
        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
        assertThat(reply.body()).isEqualTo("{\"thing_id\":1}\n");
        hasCommonHeaders(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/thing/1/|200",
                "/thing/list/?page=3|200",
                "/thing/%31|200",
                "/thing/2|404",
                "/thing/x|400",
                "/thing/99999999999999999999|400",
                "/thing/list?page=-1|400",
                "/thing/list?page=many|400",
                "/nothing|404",
                "/thing//1|404",
                "/thing|405",
                "/broken|500",
                "/v1/nothing|404",
            })
    void every_answer_has_its_status_the_common_headers_and_json(String path, int status) throws IOException {
        var reply = get(path);
        assertThat(reply.statusLine()).startsWith("HTTP/1.1 " + status + " ");
        assertThat(reply.headers().get("Content-Type")).matches("application/(problem\\+)?json");
        assertThat(reply.body()).endsWith("\n").doesNotContain("secret", "Exception", "<html");
        if (!path.startsWith("/v1")) {
            hasCommonHeaders(reply);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/thing/1", "/nothing/at/all", "/thing/"})
    void options_is_answered_anywhere_without_a_body(String path) throws IOException {
        var reply = RawClient.send(server.address(), "OPTIONS " + path + " HTTP/1.1", "");
        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(reply.headers())
                .containsEntry("Content-Type", "text/html;charset=utf-8")
                .containsEntry("X-Content-Type-Options", "*")
                .containsEntry("Content-Length", "0");
        assertThat(reply.body()).isEmpty();
        hasCommonHeaders(reply);
    }

    @Test
    void head_is_get_without_the_body() throws IOException {
        var reply = RawClient.send(server.address(), "HEAD /thing/1 HTTP/1.1", "");
        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(reply.headers()).containsEntry("Content-Length", "15");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thing/", "/thing"})
    void a_body_is_json_whatever_its_type_says_and_whether_the_path_ends_with_a_slash(String path) throws IOException {
        var reply = RawClient.send(
                server.address(), "PUT " + path + " HTTP/1.1\nContent-Type: text/plain; charset=latin1", "{\"a\":1}");
        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(reply.body()).isEqualTo("{\"a\":1}\n");
    }

    @Test
    void an_unknown_url_and_a_wrong_method_are_told_in_pyhss_words() throws IOException {
        assertThat(get("/oam/eir_rules").body()).isEqualTo("{\"Result\":\"Not Found\"}\n");
        var wrong = RawClient.send(server.address(), "DELETE /thing/1 HTTP/1.1", "");
        assertThat(wrong.body()).isEqualTo("{\"message\":\"The method is not allowed for the requested URL.\"}\n");
        assertThat(wrong.headers()).containsEntry("Allow", "GET, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\": }|line 1, column 7", "[1,2]|object", "{} {}|line 1", "\"text\"|object", "{\"a\":1|line 1"
            })
    void bad_json_is_refused_with_its_position(String body, String told) throws IOException {
        var reply = RawClient.send(server.address(), "PUT /thing/ HTTP/1.1", body);
        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(reply.body()).contains("\"result\":\"Failed\"", told);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_with_and_without_a_declared_length() throws IOException {
        var body = "{\"a\":\"" + "x".repeat(TestServer.MAX_BODY) + "\"}";
        assertThat(RawClient.send(server.address(), "PUT /thing/ HTTP/1.1", body)
                        .statusLine())
                .startsWith("HTTP/1.1 413 ");
        var chunked = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        var reply = RawClient.sendAsIs(
                server.address(),
                "PUT /thing/ HTTP/1.1\r\nHost: test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunked);
        assertThat(reply.statusLine()).startsWith("HTTP/1.1 413 ");
        assertThat(reply.body()).contains("api.max_body_size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /a%2Fb/../c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void what_is_no_http_gets_no_page_and_no_version(String text) throws IOException {
        var reply = RawClient.sendAsIs(server.address(), text);
        assertThat(reply.statusLine()).startsWith("HTTP/1.1 4");
        assertThat(reply.body()).doesNotContain("<html", "Jetty", "Exception");
        assertThat(reply.headers()).doesNotContainKey("Server").containsEntry("HSS", TestServer.ORIGIN_HOST);
    }

    @ParameterizedTest
    @CsvSource({"abc-1.2:3, true", "has space, false", "'', false"})
    void the_request_id_of_the_client_is_given_back_if_it_is_plain(String sent, boolean kept) throws IOException {
        var reply = RawClient.send(server.address(), "GET /thing/1 HTTP/1.1\nX-Request-Id: " + sent, "");
        assertThat(reply.headers().get("X-Request-Id").equals(sent)).isEqualTo(kept);
        assertThat(reply.headers().get("X-Request-Id")).isNotEmpty();
    }

    @Test
    void a_get_that_changes_state_names_its_successor() throws IOException {
        var reply = get("/old/001010000000001");
        assertThat(reply.headers().get("Deprecation")).startsWith("@");
        assertThat(reply.headers().get("Link")).contains("</old/001010000000001>", "successor-version");
    }

    @Test
    void v1_tells_failures_as_problem_details() throws IOException {
        var reply = RawClient.send(server.address(), "GET /v1/things/7 HTTP/1.1\nX-Request-Id: r1", "");
        assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(reply.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(reply.body()).contains("\"status\":404", "\"detail\":\"no such thing\"", "urn:jhss:request:r1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /thing/2||200|null",
                "GET /thing/x||200|null",
                "PUT /thing/|{|500|An internal server error occurred: 400 Bad Request",
                "GET /nothing||404|Not Found",
                "GET /thing/||405|not allowed",
            })
    void strict_compatibility_gives_the_answers_of_pyhss(String request, String body, int status, String told)
            throws IOException {
        var reply = RawClient.send(strict.address(), request + " HTTP/1.1", body == null ? "" : body);
        assertThat(reply.statusLine()).startsWith("HTTP/1.1 " + status + " ");
        assertThat(reply.body()).contains(told);
    }
}
