// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.336 (S6m, S6n, S6t) that S6a reuses. */
public final class S6t {
    public static final AvpDefinition EXTERNAL_IDENTIFIER = avp("External-Identifier");
    public static final AvpDefinition AESE_COMMUNICATION_PATTERN = avp("AESE-Communication-Pattern");
    public static final AvpDefinition COMMUNICATION_PATTERN_SET = avp("Communication-Pattern-Set");
    public static final AvpDefinition PERIODIC_COMMUNICATION_INDICATOR = avp("Periodic-Communication-Indicator");
    public static final AvpDefinition COMMUNICATION_DURATION_TIME = avp("Communication-Duration-Time");
    public static final AvpDefinition PERIODIC_TIME = avp("Periodic-Time");
    public static final AvpDefinition SCHEDULED_COMMUNICATION_TIME = avp("Scheduled-Communication-Time");
    public static final AvpDefinition STATIONARY_INDICATION = avp("Stationary-Indication");
    public static final AvpDefinition MONITORING_EVENT_CONFIGURATION = avp("Monitoring-Event-Configuration");
    public static final AvpDefinition MONITORING_EVENT_REPORT = avp("Monitoring-Event-Report");
    public static final AvpDefinition SCEF_REFERENCE_ID = avp("SCEF-Reference-ID");
    public static final AvpDefinition SCEF_ID = avp("SCEF-ID");
    public static final AvpDefinition SCEF_REFERENCE_ID_FOR_DELETION = avp("SCEF-Reference-ID-for-Deletion");
    public static final AvpDefinition MONITORING_TYPE = avp("Monitoring-Type");
    public static final AvpDefinition MAXIMUM_NUMBER_OF_REPORTS = avp("Maximum-Number-of-Reports");
    public static final AvpDefinition UE_REACHABILITY_CONFIGURATION = avp("UE-Reachability-Configuration");
    public static final AvpDefinition MONITORING_DURATION = avp("Monitoring-Duration");
    public static final AvpDefinition MAXIMUM_DETECTION_TIME = avp("Maximum-Detection-Time");
    public static final AvpDefinition REACHABILITY_TYPE = avp("Reachability-Type");
    public static final AvpDefinition MAXIMUM_LATENCY = avp("Maximum-Latency");
    public static final AvpDefinition MAXIMUM_RESPONSE_TIME = avp("Maximum-Response-Time");
    public static final AvpDefinition LOCATION_INFORMATION_CONFIGURATION = avp("Location-Information-Configuration");
    public static final AvpDefinition MONTE_LOCATION_TYPE = avp("MONTE-Location-Type");
    public static final AvpDefinition ACCURACY = avp("Accuracy");
    public static final AvpDefinition REACHABILITY_INFORMATION = avp("Reachability-Information");
    public static final AvpDefinition MONITORING_EVENT_CONFIG_STATUS = avp("Monitoring-Event-Config-Status");
    public static final AvpDefinition SUPPORTED_SERVICES = avp("Supported-Services");
    public static final AvpDefinition SUPPORTED_MONITORING_EVENTS = avp("Supported-Monitoring-Events");
    public static final AvpDefinition SERVICE_RESULT = avp("Service-Result");
    public static final AvpDefinition SERVICE_RESULT_CODE = avp("Service-Result-Code");
    public static final AvpDefinition REFERENCE_ID_VALIDITY_TIME = avp("Reference-ID-Validity-Time");
    public static final AvpDefinition SERVICE_REPORT = avp("Service-Report");
    public static final AvpDefinition NODE_TYPE = avp("Node-Type");
    public static final AvpDefinition MTC_PROVIDER_INFO = avp("MTC-Provider-Info");
    public static final AvpDefinition MTC_PROVIDER_ID = avp("MTC-Provider-ID");
    public static final AvpDefinition LOSS_OF_CONNECTIVITY_REASON = avp("Loss-Of-Connectivity-Reason");
    public static final AvpDefinition PDN_CONNECTIVITY_STATUS_CONFIGURATION =
            avp("PDN-Connectivity-Status-Configuration");
    public static final AvpDefinition PDN_CONNECTIVITY_STATUS_REPORT = avp("PDN-Connectivity-Status-Report");
    public static final AvpDefinition BATTERY_INDICATOR = avp("Battery-Indicator");
    public static final AvpDefinition SCEF_REFERENCE_ID_EXT = avp("SCEF-Reference-ID-Ext");
    public static final AvpDefinition SCEF_REFERENCE_ID_FOR_DELETION_EXT = avp("SCEF-Reference-ID-for-Deletion-Ext");

    private S6t() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
