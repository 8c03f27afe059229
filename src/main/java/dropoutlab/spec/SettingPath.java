package dropoutlab.spec;

import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The path of a setting such as `network.hidden.0.drop`: keys of objects and numbers of entries, in the tree of an
/// experiment. A `*` means every entry of a list.
public final class SettingPath {
  /// Every entry of a list.
  public static final String EVERY = "*";
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+|\\*)]");

  private final String path;
  private final String[] keys;

  private SettingPath(String path) {
    this.path = path;
    keys = INDEX.matcher(path).replaceAll(".$1").split("\\.", -1);
  }

  /// A place in an experiment.
  ///
  /// @param path   without a `*`
  /// @param number what stands there; empty if that is no number
  /// @param whole  whether it is a whole number, so that another value for it must be whole too
  public record Place(String path, Optional<BigDecimal> number, boolean whole) {}

  /// Returns all places that a path names.
  ///
  /// @throws ExperimentException if the path leads nowhere
  public static List<Place> places(Experiment experiment, String path) {
    SettingPath at = new SettingPath(path);
    return at.places(StrictJson.treeOf(experiment), 0, "");
  }

  private List<Place> places(JsonNode parent, int depth, String above) {
    List<Place> places = new ArrayList<>();
    for (String key : entries(parent, depth)) {
      String here = above.isEmpty() ? key : above + "." + key;
      if (depth < keys.length - 1) places.addAll(places(container(parent, key), depth + 1, here));
      else places.add(place(here, child(parent, key)));
    }
    return places;
  }

  private static Place place(String path, JsonNode value) {
    boolean known = value != null && value.isNumber();
    Optional<BigDecimal> number = known ? Optional.of(value.decimalValue()) : Optional.empty();
    return new Place(path, number, known && value.isIntegralNumber());
  }

  /// Makes a setting such as `network.hidden.0.drop=0.5` in the tree of an experiment.
  static void set(ObjectNode tree, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) throw new ExperimentException(Words.of("spec.set.form", setting));
    SettingPath at = new SettingPath(setting.substring(0, equals).strip());
    JsonNode value = StrictJson.value(setting.substring(equals + 1).strip());
    for (JsonNode parent : at.parents(tree))
      for (String key : at.entries(parent)) at.set(parent, key, value.deepCopy());
  }

  private void set(JsonNode parent, String key, JsonNode value) {
    if (parent instanceof ArrayNode list) list.set(Integer.parseInt(key), value);
    else if (keys.length > 1 && key.equals("type")) retype((ObjectNode) parent, keys[keys.length - 2], value);
    else ((ObjectNode) parent).set(key, value);
  }

  private static void retype(ObjectNode part, String name, JsonNode type) {
    var common = ExperimentDefaults.commonKeys(name, part.path("type").asString(""),
        type.isString() ? type.stringValue() : "");
    part.set("type", type);
    if (common != null) part.retain(common);
  }

  /// Returns all objects and lists in which the last key stands.
  private List<JsonNode> parents(ObjectNode tree) {
    List<JsonNode> parents = List.of(tree);
    for (int i = 0; i < keys.length - 1; i++) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode parent : parents) for (String key : entries(parent, i)) next.add(container(parent, key));
      parents = next;
    }
    return parents;
  }

  private List<String> entries(JsonNode parent) { return entries(parent, keys.length - 1); }

  private List<String> entries(JsonNode parent, int depth) {
    String key = keys[depth];
    if (parent instanceof ArrayNode list && key.equals(EVERY)) {
      if (list.isEmpty()) throw new ExperimentException(Words.of("spec.set.nothing_in_list", path, above(depth)));
      return IntStream.range(0, list.size()).mapToObj(Integer::toString).toList();
    }
    if (key.equals(EVERY)) throw new ExperimentException(Words.of("spec.set.no_list", path, above(depth)));
    return List.of(parent instanceof ArrayNode list ? index(list, key) : key);
  }

  private String above(int depth) {
    String joined = String.join(".", Stream.of(keys).limit(depth).toList());
    return joined.isEmpty() ? Words.of("spec.set.whole") : joined;
  }

  private JsonNode container(JsonNode parent, String key) {
    JsonNode child = child(parent, key);
    if (child != null && child.isContainer()) return child;
    throw new ExperimentException(Words.of("spec.set.no_parts", path, key,
        parent instanceof ObjectNode object ? Suggestion.among(key, object.propertyNames()) : "."));
  }

  private static JsonNode child(JsonNode parent, String key) {
    return parent instanceof ArrayNode list ? list.get(Integer.parseInt(key)) : parent.get(key);
  }

  private String index(ArrayNode list, String key) {
    if (key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size()) return key;
    throw new ExperimentException(list.isEmpty() ? Words.of("spec.set.empty_list", path, key)
        : Words.of("spec.set.no_entry", path, key, list.size(), list.size() - 1));
  }
}
