// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.Imsi;
import org.junit.jupiter.api.Test;

/** The names, labels and kinds that PyHSS exposes (reference of its observability, section 2). */
class HssMetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HssMetrics metrics = new HssMetrics(registry);
    private final HssEvents events = new HssEvents(registry);

    @Test
    void countsPerHostAreGaugesWithoutSuffix() {
        metrics.peer("mme01").request();
        metrics.peer("mme01").request();
        metrics.peer("mme01").response();

        assertThat(registry.scrape())
                .contains("# TYPE prom_diam_request_count_host gauge")
                .contains("prom_diam_request_count_host{host=\"mme01\"} 2.0")
                .contains("# TYPE prom_diam_response_count_host gauge")
                .contains("prom_diam_response_count_host{host=\"mme01\"} 1.0");
    }

    @Test
    void countsPerApplicationAreCounters() {
        var air = metrics.command(S6a.AIR.applicationId(), S6a.AIR.code());
        air.request();
        air.answered(ResultCode.SUCCESS);
        air.answered(ExperimentalResultCode.USER_UNKNOWN);
        air.failed(ResultCode.UNABLE_TO_COMPLY);

        var labels = "{diameter_application_id=\"16777251\",diameter_cmd_code=\"318\"}";
        assertThat(registry.scrape())
                .contains("prom_diam_request_count_application_id_total" + labels + " 1.0")
                .contains("prom_diam_response_count_application_id_successful_total" + labels + " 2.0")
                .contains("prom_diam_response_count_application_id_fail_total" + labels + " 1.0")
                .contains("result=\"2001\"")
                .contains("result=\"5001\",vendor=\"10415\"")
                .contains("result=\"5012\"");
    }

    @Test
    void authenticationEventsCarryTheFirstSixDigitsOfTheImsi() {
        events.authentication(S6a.AIR, AuthenticationEvent.UNKNOWN_USER, new Imsi("999990000000001"));

        assertThat(registry.scrape())
                .contains("prom_diam_auth_event_count_total{diameter_application_id=\"16777251\","
                        + "diameter_cmd_code=\"318\",event=\"Unknown User\",imsi_prefix=\"999990\"} 1.0");
    }

    @Test
    void equipmentEventsAreCountedByResponseAndDevice() {
        events.equipment(1);
        events.device("35345678", "Smartphone", "Example One");

        assertThat(registry.scrape())
                .contains("prom_diam_eir_event_count_total{response=\"1\"} 1.0")
                .contains("prom_eir_devices_total{device_name=\"Example One\",device_type=\"Smartphone\","
                        + "imei_prefix=\"35345678\"} 1.0");
    }

    @Test
    void aFloodOfInventedPrefixesAddsNoEndOfSeries() {
        for (int i = 0; i < 5_000; i++) {
            events.authentication(
                    S6a.AIR,
                    AuthenticationEvent.UNKNOWN_USER,
                    new Imsi(String.format(Locale.ROOT, "%06d000000001", 100_000 + i)));
        }

        assertThat(registry.scrape().lines().filter(line -> line.startsWith("prom_diam_auth_event_count_total{")))
                .hasSizeLessThan(2_100)
                .anyMatch(line -> line.contains("imsi_prefix=\"other\""));
    }
}
