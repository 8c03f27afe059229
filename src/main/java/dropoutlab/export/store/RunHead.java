package dropoutlab.export.store;

import dropoutlab.export.recipe.Program;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The member of a saved run that a person can read: what was run, how far it is, what was shown, and which files it
/// reads.
///
/// @param program    the version of the program that wrote it
/// @param checkpoint the step of the checkpoint; null in the light form
record RunHead(String format, int version, String program, JsonNode experiment, long step, Phase phase,
               SavedRun.State state, Long checkpoint, Shown view, List<DataFiles.Entry> files) {
  static final String NAME = "dropoutlab.json";
  static final long MOST_BYTES = 16L << 20;
  private static final String FORMAT = "dropout-lab-run";
  private static final int VERSION = 1;

  record Shown(String workspace, Integer past, Map<String, Map<String, String>> panels) {
    static Shown of(View view) {
      return new Shown(view.workspace(), view.past().isPresent() ? view.past().getAsInt() : null, view.panels());
    }

    View view() {
      return new View(workspace, past == null ? OptionalInt.empty() : OptionalInt.of(past), panels);
    }
  }

  static String text(SavedRun run, Path file) throws IOException {
    return StrictJson.text(new RunHead(FORMAT, VERSION, Program.version(), StrictJson.treeOf(run.experiment()),
        run.step(), run.phase(), run.state(), run.checkpoint().map(Checkpoint::step).orElse(null),
        Shown.of(run.view()), DataFiles.of(run.experiment(), file)));
  }

  /// Returns the tree of a text that says it is a run of a version that can be read. This comes before all else,
  /// because nothing else is known of what a newer version writes.
  static ObjectNode tree(byte[] bytes, Path file) {
    ObjectNode tree = StrictJson.parse(new String(bytes, StandardCharsets.UTF_8), inFile(file));
    JsonNode version = tree.path("version");
    if (!FORMAT.equals(tree.path("format").stringValue(null)) || !version.isInt() || version.intValue() < 1)
      throw new ExperimentException(Words.of("store.file.none", file));
    if (version.intValue() > VERSION)
      throw new ExperimentException(Words.of("store.file.newer", file, version.intValue(), VERSION,
          MemberReader.shown(tree.path("program").asString("?"))));
    return tree;
  }

  /// Reads the whole tree. `tree` is changed.
  static RunHead of(ObjectNode tree, Path file) {
    if (!tree.has("checkpoint")) tree.putNull("checkpoint");
    if (tree.path("view") instanceof ObjectNode view && !view.has("past")) view.putNull("past");
    if (tree.path("files").isArray())
      for (JsonNode each : tree.get("files"))
        if (each instanceof ObjectNode entry && !entry.has("beside")) entry.putNull("beside");
    try {
      return StrictJson.bind(tree, RunHead.class).complete();
    } catch (ExperimentException e) {
      throw new ExperimentException(Words.of("store.file.part", inFile(file), e.getMessage()), e);
    }
  }

  private RunHead complete() {
    require("program", program);
    require("experiment", experiment);
    require("phase", phase);
    require("state", state);
    require("view", view);
    require("view.workspace", view.workspace);
    require("view.panels", view.panels);
    require("files", files);
    for (DataFiles.Entry each : files)
      for (String part : new String[] {each.path(), each.absolute(), each.sha256()}) require("files", part);
    return this;
  }

  private static void require(String key, Object value) {
    if (value == null || value instanceof JsonNode node && !node.isObject())
      throw new ExperimentException(Words.of("export.model.missing", key));
  }

  /// Reads the experiment, with its files where they are now.
  Experiment experiment(Path file) {
    String name = Words.of("store.file.within", inFile(file));
    return DataFiles.found(ExperimentJson.read(experiment.toString(), name), files, file);
  }

  static String inFile(Path file) { return Words.of("store.file.inside", file, NAME); }
}
