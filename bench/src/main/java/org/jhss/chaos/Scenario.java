// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

/** Something done to a whole running system, with books kept of every request. */
public interface Scenario {

    /** Its name on the command line. */
    String name();

    /** What is done, in a few words. */
    String what();

    /** Starts a system, does it, and tells what was found. */
    ScenarioReport run(Effort effort);
}
