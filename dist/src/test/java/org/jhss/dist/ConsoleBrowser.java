// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, in the hands of somebody who fills in the forms of Material UI. */
final class ConsoleBrowser implements AutoCloseable {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** High enough that no dialogue reaches beyond it. */
    private static final Dimension WINDOW = new Dimension(1500, 1900);

    private final ChromeDriver driver;
    private final TrafficLog traffic = new TrafficLog();
    private final List<String> complaints = new ArrayList<>();

    private ConsoleBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    static ConsoleBrowser start() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        // Fonts from elsewhere are not asked for: the tests need no internet.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(WINDOW);
        return new ConsoleBrowser(driver);
    }

    void open(String url) {
        driver.get(url);
    }

    /** Keeps something for the pages of this origin, as they do themselves. */
    void remember(String key, String value) {
        driver.executeScript("localStorage.setItem(arguments[0], arguments[1])", key, value);
    }

    /** The first visible one, as soon as it is there. */
    WebElement find(By by) {
        return until(
                by.toString(),
                () -> driver.findElements(by).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    void click(By by) {
        until("click on " + by, () -> {
            find(by).click();
            return true;
        });
    }

    /** Clicks what something else may lie upon, such as a button that pops open under the pointer. */
    void press(By by) {
        driver.executeScript("arguments[0].click()", find(by));
    }

    /** Puts {@code text} in the place of what the field {@code name} holds. */
    void type(String name, String text) {
        var field = find(By.cssSelector("input[name='" + name + "'],textarea[name='" + name + "']"));
        type(field, text);
        assertThat(field.getDomProperty("value")).as(name).isEqualTo(text);
    }

    void type(WebElement field, String text) {
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        field.sendKeys(text);
    }

    /** Chooses {@code value} in the list {@code name}. */
    void choose(String name, String value) {
        click(By.xpath("//input[@name='" + name + "']/preceding-sibling::div[contains(@class,'MuiSelect-select')]"));
        click(By.cssSelector("li[role='option'][data-value='" + value + "']"));
        isGone(By.cssSelector("li[role='option']"));
    }

    /** Picks the entry that contains {@code text} in the {@code number}th search box of the dialogue, counted from 1. */
    void pick(int number, String text) {
        var box = "(//div[contains(@class,'MuiModal-root')]//input[@role='combobox'])[" + number + "]";
        click(By.xpath(box));
        click(By.xpath("//li[@role='option'][contains(.,'" + text + "')]"));
    }

    void isGone(By by) {
        until("not " + by, () -> driver.findElements(by).stream().noneMatch(WebElement::isDisplayed) ? true : null);
    }

    /** Says yes to the browser's own question. */
    void confirm() {
        until("a question", () -> {
            Alert question = driver.switchTo().alert();
            question.accept();
            return true;
        });
    }

    String text() {
        return find(By.tagName("body")).getText();
    }

    void hasText(String text) {
        until("text " + text, () -> text().contains(text) ? true : null);
    }

    /** Keeps what the window shows. */
    void photograph(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What the pages have asked of {@code server} so far. */
    List<TrafficLog.Exchange> exchangesWith(String server) {
        readLogs();
        return traffic.exchanges().stream()
                .filter(exchange -> exchange.url().startsWith(server))
                .toList();
    }

    /** What the pages have complained of so far, other than of requests. */
    List<String> complaints() {
        readLogs();
        return List.copyOf(complaints);
    }

    private void readLogs() {
        for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            traffic.take(entry.getMessage());
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()
                    && !entry.getMessage().contains("Failed to load resource")) {
                complaints.add(entry.getMessage());
            }
        }
    }

    private <T> T until(String what, Callable<T> attempt) {
        return await().alias(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(e -> e instanceof WebDriverException)
                .until(attempt, found -> found != null);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
