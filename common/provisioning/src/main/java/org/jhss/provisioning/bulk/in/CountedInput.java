// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read; the count may be asked for by other threads. */
final class CountedInput extends FilterInputStream {

    private volatile long count;

    CountedInput(InputStream input) {
        super(input);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            add(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    /** One thread reads. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void add(int more) {
        count += more;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
