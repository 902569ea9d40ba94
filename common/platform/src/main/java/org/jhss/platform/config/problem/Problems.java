// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a configuration is read, so that all are told at once. Not thread-safe. */
public final class Problems {

    private final List<ConfigProblem> found = new ArrayList<>();

    /** Records a problem that stops the start. */
    public void error(Where where, String keyPath, String message) {
        found.add(new ConfigProblem(ConfigProblem.Severity.ERROR, where, keyPath, message));
    }

    /** Records a problem that does not stop the start. */
    public void warning(Where where, String keyPath, String message) {
        found.add(new ConfigProblem(ConfigProblem.Severity.WARNING, where, keyPath, message));
    }

    /** Records a problem found elsewhere. */
    public void add(ConfigProblem problem) {
        found.add(problem);
    }

    /** Whether any problem stops the start. */
    public boolean haveErrors() {
        return found.stream().anyMatch(ConfigProblem::isError);
    }

    /** What was found so far, in order. */
    public List<ConfigProblem> list() {
        return List.copyOf(found);
    }
}
