// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import org.jhss.load.report.LoadReport;

/** Is told how a run goes, from a thread of its own. */
@FunctionalInterface
public interface LoadListener {

    /** About a second has passed. */
    void progress(LoadReport report);
}
