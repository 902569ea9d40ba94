// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Request;

/** Files of one folder of the class path, read when they are first asked for. Thread-safe. */
final class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");

    private final ClassLoader loader = PageFiles.class.getClassLoader();
    private final String folder;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /**
     * @param folder such as {@code org/jhss/api/docs/}
     */
    PageFiles(String folder) {
        this.folder = folder;
    }

    /** The file of that name, which is in the folder itself. */
    Answer answer(String name, Request request) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !isPlain(name)) {
            return Answer.notFound("there is no such file");
        }
        return page(name, type)
                .map(page -> page.answer(request))
                .orElseGet(() -> Answer.notFound("there is no such file"));
    }

    /** Only what exists is kept, so that nobody fills the memory with names. */
    private Optional<Page> page(String name, String type) {
        var known = pages.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        var found = read(name).map(octets -> new Page(type, octets));
        found.ifPresent(page -> pages.put(name, page));
        return found;
    }

    private Optional<byte[]> read(String name) {
        try (var in = loader.getResourceAsStream(folder + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPlain(String name) {
        return !name.startsWith(".")
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
    }
}
