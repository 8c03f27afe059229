package dropoutlab.spec.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.sweep.ReadyMade.Need;
import dropoutlab.spec.sweep.ReadyMade.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the ready-made sweeps. `index.json` lists their files in display order, because the contents of a jar cannot
/// be listed everywhere.
final class ReadyMadeFiles {
  private static final String FOLDER = "/assets/sweeps/";

  private ReadyMadeFiles() {}

  /// A file as it is written.
  private record File(String title, String line, String caption, Pair pair, SeedRange seeds, List<Need> needs,
                      List<String> first, List<TypedAxis> axes) {}

  /// Read once, when they are first asked for.
  private static final class Read {
    private static final List<ReadyMade> ALL = StrictJson.parse(text("index.json"), "index.json").get("sweeps")
        .valueStream().map(id -> read(id.stringValue())).toList();
  }

  static List<ReadyMade> all() { return Read.ALL; }

  private static ReadyMade read(String id) {
    String name = id + ".json";
    ObjectNode tree = StrictJson.parse(text(name), name);
    ObjectNode small = (ObjectNode) tree.remove("small"), paper = (ObjectNode) tree.remove("paper");
    File file = StrictJson.bind(withNulls(tree), File.class);
    JsonNode own = paper.remove("axes");
    List<TypedAxis> axes = own == null ? file.axes()
        : own.valueStream().map(axis -> StrictJson.bind(withNulls((ObjectNode) axis), TypedAxis.class)).toList();
    return new ReadyMade(id, file.title(), file.line(), file.caption(), file.pair(), file.seeds(), file.needs(),
        file.first(), file.axes(), experiment(small, file, name), new Paper(experiment(paper, file, name), axes));
  }

  private static Experiment experiment(ObjectNode tree, File file, String name) {
    if (!tree.has("title")) tree.put("title", file.title());
    return ExperimentJson.bind(tree, name);
  }

  /// Binding wants every key; what is left out in an axis is null.
  private static ObjectNode withNulls(ObjectNode tree) {
    Stream<JsonNode> axes = tree.has("axes") ? tree.get("axes").valueStream() : Stream.of(tree);
    axes.map(ObjectNode.class::cast).forEach(axis -> {
      for (String key : List.of("values", "ties", "labels", "points")) if (!axis.has(key)) axis.putNull(key);
    });
    return tree;
  }

  private static String text(String file) {
    try (InputStream in = ReadyMadeFiles.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) throw new IllegalStateException("the ready-made sweep " + file + " is not in the program");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the ready-made sweep " + file + " cannot be read", e);
    }
  }
}
