// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Where;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML text into {@link Input}. Only the node tree is built, never an object, so no tag can name a class. */
public final class YamlSource {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_SIZE = 4 << 20;
    private static final String MERGE_KEY = "<<";

    private final String source;
    private final boolean marked;
    private final Problems problems;

    private YamlSource(String source, boolean marked, Problems problems) {
        this.source = source;
        this.marked = marked;
        this.problems = problems;
    }

    /**
     * Reads a file's text. Bad syntax, a second document, a key given twice or a top level that is no section are reported as
     * errors and give an empty section.
     */
    public static Input.Mapping file(String path, String text, Problems problems) {
        return switch (new YamlSource(path, true, problems).read(text)) {
            case Input.Mapping mapping -> mapping;
            case Input.Absent absent -> Input.Mapping.empty(absent.where());
            case Input.Scalar _, Input.Sequence _ -> {
                problems.error(Where.file(path), "", "the file must hold sections with keys, such as \"hss:\"");
                yield Input.Mapping.empty(Where.file(path));
            }
        };
    }

    /** Reads a value, such as an environment variable's in flow style. */
    public static Input value(String source, String text, Problems problems) {
        return new YamlSource(source, false, problems).read(text);
    }

    private Input read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_SIZE);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setAllowRecursiveKeys(false);
        try {
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return node == null ? new Input.Absent(Where.file(source)) : convert(node, "", 0);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var where = mark == null || !marked
                    ? Where.file(source)
                    : new Where(source, mark.getLine() + 1, mark.getColumn() + 1);
            problems.error(where, "", "not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.error(Where.file(source), "", "not valid YAML: " + firstLine(String.valueOf(e.getMessage())));
        }
        return new Input.Absent(Where.file(source));
    }

    private Input convert(Node node, String path, int depth) {
        var where = where(node);
        if (depth > MAX_DEPTH) {
            problems.error(where, path, "nested deeper than " + MAX_DEPTH + " levels");
            return new Input.Absent(where);
        }
        return switch (node) {
            case ScalarNode scalar ->
                scalar.isPlain() && Tag.NULL.equals(scalar.getTag())
                        ? new Input.Absent(where)
                        : new Input.Scalar(scalar.getValue(), where);
            case SequenceNode sequence -> {
                List<Input> items = new ArrayList<>();
                for (var item : sequence.getValue()) {
                    items.add(convert(item, path + "[" + items.size() + "]", depth + 1));
                }
                yield new Input.Sequence(List.copyOf(items), where);
            }
            case MappingNode mapping -> mapping(mapping, path, depth);
            default -> new Input.Absent(where);
        };
    }

    private Input.Mapping mapping(MappingNode node, String path, int depth) {
        Map<String, Input> entries = new LinkedHashMap<>();
        Map<String, Where> keys = new LinkedHashMap<>();
        List<Input.Mapping> merged = new ArrayList<>();
        for (var tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                problems.error(where(tuple.getKeyNode()), path, "a key must be a single name");
                continue;
            }
            var name = keyNode.getValue();
            var keyPath = path.isEmpty() ? name : path + "." + name;
            var value = convert(tuple.getValueNode(), keyPath, depth + 1);
            if (name.equals(MERGE_KEY)) {
                if (value instanceof Input.Mapping other) {
                    merged.add(other);
                }
                continue;
            }
            if (entries.containsKey(name)) {
                problems.error(where(keyNode), keyPath, "given twice; the first is at " + keys.get(name));
                continue;
            }
            entries.put(name, value);
            keys.put(name, where(keyNode));
        }
        for (var other : merged) {
            other.entries().forEach(entries::putIfAbsent);
            other.keys().forEach(keys::putIfAbsent);
        }
        return new Input.Mapping(entries, keys, where(node));
    }

    private Where where(Node node) {
        var mark = node.getStartMark();
        return marked && mark != null
                ? new Where(source, mark.getLine() + 1, mark.getColumn() + 1)
                : Where.file(source);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
