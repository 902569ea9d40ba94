// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.ArrayList;
import java.util.List;

/** How to take back, newest first, what was changed in memory since a mark; so one failing handler does not spoil its batch. */
final class Journal {

    private final List<Runnable> undos = new ArrayList<>();

    void add(Runnable undo) {
        undos.add(undo);
    }

    int mark() {
        return undos.size();
    }

    void rollbackTo(int mark) {
        for (int i = undos.size() - 1; i >= mark; i--) {
            undos.remove(i).run();
        }
    }
}
