// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

/** A value as it is stored and as it is to be; changes can be taken back through the journal. */
final class Versioned<T> {

    private final Journal journal;
    private T stored;
    private T current;

    Versioned(T stored, Journal journal) {
        this.stored = stored;
        this.current = stored;
        this.journal = journal;
    }

    T get() {
        return current;
    }

    T stored() {
        return stored;
    }

    void set(T value) {
        var before = current;
        journal.add(() -> current = before);
        current = value;
    }

    /** Takes over what was read after construction. */
    void load(T value) {
        stored = value;
        current = value;
    }

    boolean isChanged() {
        return !current.equals(stored);
    }
}
