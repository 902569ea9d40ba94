// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

/**
 * Names of all keys of the bus. The prefix stands between braces, so that a Redis Cluster keeps all of them in one slot and a
 * pipeline or a read touches one node.
 *
 * @param prefix the configured prefix, without braces
 */
public record BusKeys(String prefix) {

    /** Consumer group of the hss-service instances on {@link #inbound}. */
    public static final String HSS_GROUP = "hss";

    private String base() {
        return "{" + prefix + "}:";
    }

    /** Requests of all peers for all hss-service instances. */
    public String inbound() {
        return base() + "diameter:inbound";
    }

    /** Answers and requests for the connections of one diameter-service instance. */
    public String outbound(String instance) {
        return base() + "diameter:outbound:" + instance;
    }

    /** Answers and replies for one process. */
    public String replies(String instance) {
        return base() + "replies:" + instance;
    }

    /** Calls to a service. */
    public String calls(String service) {
        return base() + "calls:" + service;
    }

    /** Corrupt entries, newest last, capped. */
    public String dead() {
        return base() + "dead";
    }

    /** The connections of one diameter-service instance. */
    public String peers(String instance) {
        return base() + "diameter:peers:" + instance;
    }

    /** The diameter-service instances, by the time of their last sign of life. */
    public String peerInstances() {
        return base() + "diameter:instances";
    }

    /** Channel that says that an instance's connections changed. */
    public String peersChanged() {
        return base() + "diameter:peers:changed";
    }

    /** The health report of one process. */
    public String service(String role, String instance) {
        return base() + "service:" + role + ":" + instance;
    }

    /** The processes of a role, by the time of their last sign of life. */
    public String services(String role) {
        return base() + "services:" + role;
    }

    /** The note that something happened. */
    public String note(String what) {
        return base() + "note:" + what;
    }

    /** Whether {@code key} is one of the bus's. */
    public boolean owns(String key) {
        return key.startsWith(prefix, 1) && key.startsWith("}:", prefix.length() + 1) && key.charAt(0) == '{';
    }
}
