// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script of Open5GS's {@code open5gs-dbctl}: {@code add IMSI K OPC}, {@code add IMSI IP K OPC} and
 * {@code add_ue_with_apn IMSI K OPC APN} are subscribers, other lines are passed over.
 */
final class DbctlSource implements RecordSource {

    private static final List<String> PLAIN = List.of("imsi", "ki", "opc");
    private static final List<String> WITH_APN = List.of("imsi", "ki", "opc", "default_apn");
    private static final int MAX_LINE = CsvReader.MAX_ROW;

    private final BufferedReader reader;
    private long line;
    private long number;

    DbctlSource(BufferedReader reader) {
        this.reader = reader;
    }

    /** Whether a line adds a subscriber. */
    static boolean isAdd(String text) {
        return command(text).isPresent();
    }

    private static Optional<List<String>> command(String text) {
        var words = new ArrayList<String>();
        for (var word : text.replace('"', ' ').replace('\'', ' ').strip().split("\\s+", -1)) {
            if (!word.startsWith("--")) {
                words.add(word);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("add") || word.equals("addT1") || word.equals("add_ue_with_apn")) {
                return Optional.of(List.copyOf(words.subList(i, words.size())));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (true) {
            var text = reader.readLine();
            if (text == null) {
                return Optional.empty();
            }
            line++;
            if (text.length() > MAX_LINE || text.strip().startsWith("#")) {
                continue;
            }
            var command = command(text);
            if (command.isPresent()) {
                number++;
                return Optional.of(entry(command.get()));
            }
        }
    }

    private Entry entry(List<String> words) {
        int arguments = words.size() - 1;
        if (words.getFirst().equals("add_ue_with_apn") && arguments == WITH_APN.size()) {
            return new Entry.Raw(
                    number, line, WITH_APN, new String[] {words.get(1), words.get(2), words.get(3), words.get(4)});
        }
        if (arguments == PLAIN.size()) {
            return new Entry.Raw(number, line, PLAIN, new String[] {words.get(1), words.get(2), words.get(3)});
        }
        if (arguments == PLAIN.size() + 1) {
            // The second is the address that Open5GS would give the device.
            return new Entry.Raw(number, line, PLAIN, new String[] {words.get(1), words.get(3), words.get(4)});
        }
        return new Entry.Malformed(number, line, "not IMSI, K and OPc after '" + words.getFirst() + "'");
    }

    @Override
    public FileFormat format() {
        return FileFormat.OPEN5GS_DBCTL;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
