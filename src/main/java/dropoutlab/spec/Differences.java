package dropoutlab.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What must be set in one experiment to make another of it: settings such as `network.hidden.0.drop=0.5`, whose values
/// are JSON. Unlike [ExperimentJson#with], they change exactly what they name, title and card included.
public final class Differences {
  private Differences() {}

  /// Returns the settings that make `to` of `from`, none if they are equal. Parts of another type and lists of another
  /// length are set as a whole.
  public static List<String> between(Experiment from, Experiment to) {
    List<String> settings = new ArrayList<>();
    collect("", StrictJson.treeOf(from), StrictJson.treeOf(to), settings);
    return settings;
  }

  private static void collect(String path, JsonNode from, JsonNode to, List<String> settings) {
    if (from.equals(to)) return;
    boolean sameType = from.path("type").equals(to.path("type"));
    if (sameType && from instanceof ObjectNode before && to instanceof ObjectNode after) {
      Set<String> keys = new LinkedHashSet<>(before.propertyNames());
      keys.addAll(after.propertyNames());
      String above = path.isEmpty() ? path : path + ".";
      for (String key : keys) collect(above + key, before.path(key), after.path(key), settings);
    } else if (from instanceof ArrayNode before && to instanceof ArrayNode after && before.size() == after.size()) {
      for (int i = 0; i < after.size(); i++) collect(path + "." + i, before.get(i), after.get(i), settings);
    } else settings.add(path + "=" + (to.isMissingNode() ? "null" : to.toString()));
  }

  /// Makes the settings in an experiment. Throws an [ExperimentException] if one of them does not fit it.
  ///
  /// @param name of their source, with which each sentence begins
  public static Experiment applied(Experiment from, List<String> settings, String name) {
    ObjectNode tree = StrictJson.treeOf(from);
    try {
      for (String setting : settings) SettingPath.set(tree, setting);
    } catch (ExperimentException e) {
      throw new ExperimentException(name + ": " + e.getMessage(), e);
    }
    return ExperimentJson.bind(tree, name);
  }
}
