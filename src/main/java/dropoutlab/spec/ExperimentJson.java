package dropoutlab.spec;

import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of an experiment. Reading is strict: unknown keys, wrong types and impossible values throw an
/// [ExperimentException] that names the file and the path. Missing keys take the defaults of [ExperimentDefaults].
/// Writing and reading again gives an equal experiment.
public final class ExperimentJson {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

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

  /// Returns the experiment with settings such as `network.hidden.0.drop=0.5` applied one after the other. A value is
  /// read as JSON or, if it is not JSON, as text. A new `type` of data, optimiser or schedule keeps the values that
  /// both types have. The card is dropped, because it describes what was measured without the settings, and the title
  /// says that the experiment was changed.
  public static Experiment with(Experiment experiment, List<String> settings) {
    if (settings.isEmpty()) return experiment;
    ObjectNode tree = StrictJson.treeOf(experiment);
    tree.remove("card");
    tree.put("title", changed(experiment.title()));
    for (String setting : settings) set(tree, setting);
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

  static Experiment bind(ObjectNode given, String name) {
    String title = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    try {
      ObjectNode filled = ExperimentDefaults.fill(given, title.replaceFirst("\\.json$", ""));
      return StrictJson.bind(filled, Experiment.class);
    } catch (ExperimentException e) {
      throw new ExperimentException(name + ": " + e.getMessage(), e);
    }
  }

  /// Makes a setting such as `network.hidden.0.drop=0.5` in the tree of an experiment.
  static void set(ObjectNode tree, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1)
      throw new ExperimentException(Words.of("spec.set.form", setting));
    set(tree, setting.substring(0, equals).strip(), StrictJson.value(setting.substring(equals + 1).strip()));
  }

  private static void set(ObjectNode tree, String path, JsonNode value) {
    String[] keys = INDEX.matcher(path).replaceAll(".$1").split("\\.", -1);
    JsonNode parent = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      JsonNode child = parent instanceof ArrayNode list ? list.get(index(list, keys[i], path)) : parent.get(keys[i]);
      if (child == null || !child.isContainer())
        throw new ExperimentException(Words.of("spec.set.no_parts", path, keys[i],
            parent instanceof ObjectNode object ? Suggestion.among(keys[i], object.propertyNames()) : "."));
      parent = child;
    }
    String last = keys[keys.length - 1];
    if (parent instanceof ArrayNode list) list.set(index(list, last, path), value);
    else if (keys.length > 1 && last.equals("type")) retype((ObjectNode) parent, keys[keys.length - 2], value);
    else ((ObjectNode) parent).set(last, value);
  }

  private static void retype(ObjectNode part, String name, JsonNode type) {
    var keys = ExperimentDefaults.commonKeys(name, part.path("type").asString(""),
        type.isString() ? type.stringValue() : "");
    part.set("type", type);
    if (keys != null) part.retain(keys);
  }

  private static int index(ArrayNode list, String key, String path) {
    if (key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size()) return Integer.parseInt(key);
    throw new ExperimentException(list.isEmpty() ? Words.of("spec.set.empty_list", path, key)
        : Words.of("spec.set.no_entry", path, key, list.size(), list.size() - 1));
  }
}
