// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openqa.selenium.By;

/** Somebody who opens each page of a console, and creates, changes and deletes an object of each sort. */
final class ConsoleTour {

    private static final String KEY = "changeThisKeyInProduction";
    private static final By DIALOGUE = By.cssSelector("div.MuiModal-root");

    private final Console console;
    private final ConsoleBrowser browser;
    private final String pages;
    private final String api;
    private final Path photographs;
    private final HttpClient http = HttpClient.newHttpClient();

    ConsoleTour(Console console, ConsoleBrowser browser, String pages, String api, Path photographs)
            throws IOException {
        this.console = console;
        this.browser = browser;
        this.pages = pages;
        this.api = api;
        this.photographs = Files.createDirectories(photographs.resolve(console.folder()));
    }

    void logIn() throws IOException {
        browser.open(pages + "/");
        if (console == Console.MANAGEMENT_UI) {
            // It has no login; its panel of settings keeps them here.
            browser.remember("api", api);
            browser.remember("token", KEY);
            return;
        }
        var address = browser.find(By.name("api"));
        browser.type(address, api);
        browser.type(browser.find(By.name("password")), KEY);
        photograph("login");
        browser.click(By.tagName("pf-button"));
        browser.isGone(By.name("password"));
    }

    /** Opens a page that shows {@code texts}, some of them from the network. */
    void look(String path, String... texts) throws IOException {
        browser.open(pages + path);
        for (var text : texts) {
            browser.hasText(text);
        }
        photograph(path);
    }

    void create(ConsoleForm form) throws IOException, InterruptedException {
        browser.open(pages + form.path());
        browser.press(console.add());
        browser.find(DIALOGUE);
        form.fill().accept(browser);
        photograph(form.path() + "-form");
        save();
        browser.hasText(form.mark());
        photograph(form.path());
    }

    void change(ConsoleForm form) throws IOException, InterruptedException {
        browser.press(inRow(form.mark(), "fa-edit"));
        browser.find(DIALOGUE);
        browser.type(form.field(), form.changed());
        save();
        assertThat(get(form.list())).contains("\"" + form.field() + "\":").contains(form.changed());
        browser.hasText(form.markAfterChange());
    }

    void delete(ConsoleForm form) throws IOException, InterruptedException {
        browser.open(pages + form.path());
        browser.hasText(form.markAfterChange());
        browser.press(inRow(form.markAfterChange(), "fa-trash"));
        browser.click(By.xpath("//div[contains(@class,'MuiModal-root')]//button[.='Yes']"));
        browser.isGone(row(form.markAfterChange()));
        assertThat(get(form.list())).doesNotContain(form.markAfterChange());
    }

    /** Takes back the newest operation on the page of the log, which must be that one. */
    void takeBack(String operation, String table, String list, String returns)
            throws IOException, InterruptedException {
        look("/oam", "Operation Logs".toUpperCase(Locale.ROOT), "#");
        var newest = browser.find(By.xpath("(//tbody/tr)[1]")).getText();
        assertThat(newest).contains(operation, table);
        browser.press(By.xpath("//button[contains(.,'Rollback Last')]"));
        browser.confirm();
        browser.hasText("Last operation rolled back");
        assertThat(get(list)).contains(returns);
    }

    /** What a user would not put up with: errors of the pages, and requests that failed where they do not at PyHSS. */
    List<String> failures() {
        var failures = new ArrayList<>(browser.complaints());
        browser.exchangesWith(api).stream()
                .filter(exchange -> exchange.failed() && !console.isDead(exchange))
                .forEach(exchange -> failures.add(exchange.toString()));
        return failures;
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(api + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private void save() {
        browser.click(By.xpath("//div[contains(@class,'MuiModal-root')]//button[contains(.,'Save')]"));
        browser.isGone(DIALOGUE);
    }

    private static By row(String mark) {
        return By.xpath("//tr[contains(.,'" + mark + "')]");
    }

    private static By inRow(String mark, String icon) {
        return By.xpath("//tr[contains(.,'" + mark + "')]//i[contains(@class,'" + icon + "')]/parent::button");
    }

    private void photograph(String name) throws IOException {
        var file = (name.equals("/") ? "dashboard" : name).replace("/", "");
        browser.photograph(photographs.resolve(file + ".png"));
    }
}
