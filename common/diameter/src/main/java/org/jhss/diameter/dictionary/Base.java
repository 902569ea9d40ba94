// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** The Diameter base protocol (RFC 6733): its commands and AVPs. */
public final class Base {
    public static final Application APPLICATION = Dictionary.standard().application(0);

    /** The Application-Id by which relays announce themselves (RFC 6733 2.4). */
    public static final Application RELAY = Dictionary.standard().application(-1);

    public static final CommandDefinition CER = command("CER");
    public static final CommandDefinition CEA = command("CEA");
    public static final CommandDefinition DPR = command("DPR");
    public static final CommandDefinition DPA = command("DPA");
    public static final CommandDefinition DWR = command("DWR");
    public static final CommandDefinition DWA = command("DWA");
    public static final CommandDefinition RAR = command("RAR");
    public static final CommandDefinition RAA = command("RAA");
    public static final CommandDefinition STR = command("STR");
    public static final CommandDefinition STA = command("STA");
    public static final CommandDefinition ASR = command("ASR");
    public static final CommandDefinition ASA = command("ASA");

    public static final AvpDefinition USER_NAME = avp("User-Name");
    public static final AvpDefinition CLASS = avp("Class");
    public static final AvpDefinition SESSION_TIMEOUT = avp("Session-Timeout");
    public static final AvpDefinition PROXY_STATE = avp("Proxy-State");
    public static final AvpDefinition ACCT_SESSION_ID = avp("Acct-Session-Id");
    public static final AvpDefinition ACCT_MULTI_SESSION_ID = avp("Acct-Multi-Session-Id");
    public static final AvpDefinition EVENT_TIMESTAMP = avp("Event-Timestamp");
    public static final AvpDefinition ACCT_INTERIM_INTERVAL = avp("Acct-Interim-Interval");
    public static final AvpDefinition HOST_IP_ADDRESS = avp("Host-IP-Address");
    public static final AvpDefinition AUTH_APPLICATION_ID = avp("Auth-Application-Id");
    public static final AvpDefinition ACCT_APPLICATION_ID = avp("Acct-Application-Id");
    public static final AvpDefinition VENDOR_SPECIFIC_APPLICATION_ID = avp("Vendor-Specific-Application-Id");
    public static final AvpDefinition REDIRECT_HOST_USAGE = avp("Redirect-Host-Usage");
    public static final AvpDefinition REDIRECT_MAX_CACHE_TIME = avp("Redirect-Max-Cache-Time");
    public static final AvpDefinition SESSION_ID = avp("Session-Id");
    public static final AvpDefinition ORIGIN_HOST = avp("Origin-Host");
    public static final AvpDefinition SUPPORTED_VENDOR_ID = avp("Supported-Vendor-Id");
    public static final AvpDefinition VENDOR_ID = avp("Vendor-Id");
    public static final AvpDefinition FIRMWARE_REVISION = avp("Firmware-Revision");
    public static final AvpDefinition RESULT_CODE = avp("Result-Code");
    public static final AvpDefinition PRODUCT_NAME = avp("Product-Name");
    public static final AvpDefinition SESSION_BINDING = avp("Session-Binding");
    public static final AvpDefinition SESSION_SERVER_FAILOVER = avp("Session-Server-Failover");
    public static final AvpDefinition MULTI_ROUND_TIME_OUT = avp("Multi-Round-Time-Out");
    public static final AvpDefinition DISCONNECT_CAUSE = avp("Disconnect-Cause");
    public static final AvpDefinition AUTH_REQUEST_TYPE = avp("Auth-Request-Type");
    public static final AvpDefinition AUTH_GRACE_PERIOD = avp("Auth-Grace-Period");
    public static final AvpDefinition AUTH_SESSION_STATE = avp("Auth-Session-State");
    public static final AvpDefinition ORIGIN_STATE_ID = avp("Origin-State-Id");
    public static final AvpDefinition FAILED_AVP = avp("Failed-AVP");
    public static final AvpDefinition PROXY_HOST = avp("Proxy-Host");
    public static final AvpDefinition ERROR_MESSAGE = avp("Error-Message");
    public static final AvpDefinition ROUTE_RECORD = avp("Route-Record");
    public static final AvpDefinition DESTINATION_REALM = avp("Destination-Realm");
    public static final AvpDefinition PROXY_INFO = avp("Proxy-Info");
    public static final AvpDefinition RE_AUTH_REQUEST_TYPE = avp("Re-Auth-Request-Type");
    public static final AvpDefinition ACCOUNTING_SUB_SESSION_ID = avp("Accounting-Sub-Session-Id");
    public static final AvpDefinition AUTHORIZATION_LIFETIME = avp("Authorization-Lifetime");
    public static final AvpDefinition REDIRECT_HOST = avp("Redirect-Host");
    public static final AvpDefinition DESTINATION_HOST = avp("Destination-Host");
    public static final AvpDefinition ERROR_REPORTING_HOST = avp("Error-Reporting-Host");
    public static final AvpDefinition TERMINATION_CAUSE = avp("Termination-Cause");
    public static final AvpDefinition ORIGIN_REALM = avp("Origin-Realm");
    public static final AvpDefinition EXPERIMENTAL_RESULT = avp("Experimental-Result");
    public static final AvpDefinition EXPERIMENTAL_RESULT_CODE = avp("Experimental-Result-Code");
    public static final AvpDefinition INBAND_SECURITY_ID = avp("Inband-Security-Id");
    public static final AvpDefinition ACCOUNTING_RECORD_TYPE = avp("Accounting-Record-Type");
    public static final AvpDefinition ACCOUNTING_REALTIME_REQUIRED = avp("Accounting-Realtime-Required");
    public static final AvpDefinition ACCOUNTING_RECORD_NUMBER = avp("Accounting-Record-Number");

    private Base() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }

    private static CommandDefinition command(String abbreviation) {
        return Dictionary.standard().command("Base", abbreviation);
    }
}
