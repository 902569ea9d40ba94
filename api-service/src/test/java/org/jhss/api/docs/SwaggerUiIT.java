// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** Swagger UI in a real browser. */
class SwaggerUiIT {

    private static final String PAGE = "/docs/";
    private static final By STATUS = By.cssSelector(".is-open .live-responses-table tbody .response-col_status");

    @TempDir
    Path directory;

    private ApiFixture api;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        browser = Browser.start();
        api = ApiFixture.start(directory, Map.of("HSS_SITE_NAME", "Test site"));
    }

    @AfterEach
    void stop() {
        if (api != null) {
            browser.close();
            api.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "swagger.json"})
    void theFrontDoorLeadsToAPageWithAllGroupsAndNothingToComplainOf(String document) throws Exception {
        open(document.equals("openapi.json") ? "/" : PAGE + "?urls.primaryName=PyHSS+paths+only+(Swagger+2.0)");
        browser.find(By.id("operations-tag-roaming"));
        browser.photograph(document);

        var tags = api.get("/" + document)
                .json()
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString());
        assertThat(browser.all(By.cssSelector(".opblock-tag")).stream().map(tag -> tag.getDomAttribute("data-tag")))
                .containsExactlyElementsOf(tags.toList());
        assertThat(browser.find(By.cssSelector(".info .title")).getText()).startsWith("Test site - ");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?urls.primaryName=PyHSS+paths+only+(Swagger+2.0)"})
    void tryItOutCreatesAnApnAndReadsIt(String document) throws Exception {
        open(PAGE + document + "#/apn/Create%20APN%20Object");
        execute("create");

        assertThat(browser.find(STATUS).getText()).startsWith("200");
        var row = api.get("/apn/1").json();
        assertThat(row.get("apn").asString()).isEqualTo("internet");
        assertThat(row.get("apn_ambr_dl").asInt()).isEqualTo(100_000_000);

        open(PAGE + document + "#/apn/get_py_hss_apn__get");
        execute("Read");
        browser.photograph("try-it-out" + document.length());

        assertThat(browser.find(STATUS).getText()).startsWith("200");
        assertThat(browser.find(By.cssSelector(".is-open .live-responses-table"))
                        .getText())
                .contains("\"apn\": \"internet\"");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMistakeIsShownWithItsFieldAndRule() throws Exception {
        api.put("/apn/", "{\"apn\":\"internet\",\"apn_ambr_dl\":0,\"apn_ambr_ul\":0,\"apn_id\":7}");
        open(PAGE + "#/apn/get_py_hss_apn__get");
        execute("Read");

        assertThat(browser.find(STATUS).getText()).startsWith("404");
        assertThat(browser.all(By.cssSelector(".is-open .live-responses-table")).stream()
                        .map(WebElement::getText))
                .anySatisfy(text -> assertThat(text).contains("Failed"));
    }

    /** A deep link opens the operation; loading another page first makes the browser load this one anew. */
    private void open(String path) {
        browser.open("about:blank");
        browser.open("http://127.0.0.1:" + api.server().address().getPort() + path);
    }

    private void execute(String what) {
        // While the page is still being drawn a click is forgotten, or hits what has just come there.
        await().atMost(Browser.PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    if (!browser.all(By.cssSelector(".opblock.is-open .execute"))
                            .isEmpty()) {
                        return true;
                    }
                    browser.click(By.cssSelector(".opblock.is-open .try-out__btn:not(.cancel)"));
                    return false;
                });
        browser.click(By.cssSelector(".opblock.is-open .execute"));
        assertThat(browser.find(STATUS).isDisplayed()).as(what).isTrue();
    }
}
