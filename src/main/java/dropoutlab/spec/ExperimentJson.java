package dropoutlab.spec;

import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of an experiment. Reading is strict: unknown keys, wrong types and impossible values throw an
/// [ExperimentException] that names the file and the path. Missing keys take the defaults of [ExperimentDefaults].
/// Writing and reading again gives an equal experiment.
public final class ExperimentJson {
  private ExperimentJson() {}

  /// Reads an experiment. `name`, the name of the file, begins every error and, without its ending, is the default
  /// title.
  public static Experiment read(String text, String name) {
    return bind(StrictJson.parse(text, name), name);
  }

  /// Returns an experiment on data of the type and values in `data`, with defaults for everything else.
  public static Experiment ofData(String title, Map<String, String> data) {
    return bind(StrictJson.treeOf(Map.of("title", title, "data", data)), title);
  }

  /// Writes the whole experiment as indented JSON; equal experiments give the same text on every machine.
  public static String write(Experiment experiment) {
    return StrictJson.text(experiment);
  }

  /// Returns the experiment with settings such as `network.hidden.0.drop=0.5` applied one after the other; a `*` in the
  /// path means every entry of a list. A value is read as JSON or, if it is not JSON, as text. A new `type` of data, optimiser or schedule keeps the values that
  /// both types have. The card is dropped, because it describes what was measured without the settings, and the title
  /// says that the experiment was changed.
  public static Experiment with(Experiment experiment, List<String> settings) {
    if (settings.isEmpty()) return experiment;
    ObjectNode tree = StrictJson.treeOf(experiment);
    tree.remove("card");
    tree.put("title", changed(experiment.title()));
    try {
      for (String setting : settings) SettingPath.set(tree, setting);
    } catch (ExperimentException e) {
      throw new ExperimentException(String.join(" ", "--set", e.getMessage()), e);
    }
    return bind(tree, "--set");
  }

  /// Returns the title of an experiment that was changed.
  public static String changed(String title) {
    String changed = Words.of("spec.experiment.changed");
    return title.endsWith(changed) ? title : title + changed;
  }

  /// Returns an optimiser of another kind with the values that both kinds have, the learning rate among them.
  public static OptimiserSpec retyped(OptimiserSpec optimiser, Class<? extends OptimiserSpec> kind) {
    ObjectNode tree = StrictJson.treeOf(optimiser);
    ObjectNode defaults = StrictJson.treeOf(OptimiserSpec.standard(kind));
    tree.set("type", defaults.get("type"));
    return StrictJson.bind(defaults.setAll(tree.retain(defaults.propertyNames())), OptimiserSpec.class);
  }

  /// Fills in the keys of body layers and dropout methods that files of before did not have yet; `network` is changed.
  public static void fillLayers(ObjectNode network, String path) { LayerDefaults.fill(network, path); }

  /// Returns the tree of an experiment with all keys that may be left out.
  public static ObjectNode filled(Experiment experiment) {
    return ExperimentDefaults.fill(StrictJson.treeOf(experiment), experiment.title());
  }

  /// Reads the tree of an experiment; `name` begins every error.
  public static Experiment bind(ObjectNode given, String name) {
    String title = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    try {
      ObjectNode filled = ExperimentDefaults.fill(given, title.replaceFirst("\\.json$", ""));
      return StrictJson.bind(filled, Experiment.class);
    } catch (ExperimentException e) {
      throw new ExperimentException(name + ": " + e.getMessage(), e);
    }
  }
}
