package dropoutlab.spec;

import dropoutlab.words.Words;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys that an experiment may have, and the values of those that are missing. A key whose default is null must be
/// given, unless the record allows it to be absent.
final class ExperimentDefaults {
  private static final String CARD = """
      {"look": null, "expect": null}""";
  private static final String POINT = """
      {"x": null, "y": null, "label": 0}""";
  private static final String NETWORK = """
      {"inputDrop": 0.0, "body": [], "hidden": [{"drop": 0.3}, {"drop": 0.3}], "initialisation": "he"}""";
  private static final String EXPERIMENT = """
      {"title": null, "card": null, "data": {}, "network": {}, "optimiser": {},
       "regulariser": {}, "training": {}, "beside": [], "startFrom": null, "seed": 7, "interventions": []}""";

  private ExperimentDefaults() {}

  /// Returns the given experiment with all missing keys filled in. Throws an [ExperimentException] for an unknown key.
  static ObjectNode fill(ObjectNode given, String title) {
    ObjectNode whole = overlay("", StrictJson.object(EXPERIMENT), given);
    if (!given.has("title")) whole.put("title", title);
    part(whole, "", "card", StrictJson.object(CARD));
    fillData(whole, "", "data");
    part(whole, "", "network", StrictJson.object(NETWORK));
    if (whole.get("network") instanceof ObjectNode network) fillNetwork(network, "network");
    if (whole.get("optimiser") instanceof ObjectNode optimiser)
      whole.set("optimiser", overlay("optimiser", optimiser(type(optimiser)), optimiser));
    part(whole, "", "regulariser", StrictJson.treeOf(RegulariserSpec.OFF));
    TrainingDefaults.fill(whole);
    BesideDefaults.fill(whole);
    fillInterventions(whole.get("interventions"));
    return whole;
  }

  private static void fillData(ObjectNode whole, String above, String key) {
    if (!(whole.get(key) instanceof ObjectNode given)) return;
    ObjectNode data = overlay(above + key, data(type(given)), given);
    whole.set(key, data);
    parts(data, above + key + ".", "points", () -> StrictJson.object(POINT));
    if ("autoencoder".equals(type(data))) fillData(data, above + key + ".", "of");
  }

  /// Fills in the layers of a network that has all its own keys.
  static void fillNetwork(ObjectNode network, String path) {
    parts(network, path + ".", "hidden", () -> StrictJson.treeOf(NetworkSpec.HiddenLayer.STANDARD));
    LayerDefaults.fill(network, path);
  }

  /// Returns the keys that the data, optimisers or schedules of two types have in common, with values of the same kind;
  /// null if there is no such type.
  static Collection<String> commonKeys(String part, String before, String after) {
    ObjectNode old = defaults(part, before), next = defaults(part, after);
    if (old == null || next == null) return null;
    return next.propertyNames().stream()
        .filter(key -> old.has(key) && old.get(key).getNodeType() == next.get(key).getNodeType()).toList();
  }

  private static ObjectNode defaults(String part, String type) {
    if (TrainingDefaults.SCHEDULES.contains(part)) return TrainingDefaults.schedule(type);
    return part.equals("data") || part.equals("of") ? data(type) : part.equals("optimiser") ? optimiser(type) : null;
  }

  static String type(ObjectNode part) {
    return part.path("type").isString() ? part.get("type").stringValue() : part.has("type") ? "" : null;
  }

  /// Returns the defaults of a type of data; without a type, those of a generated set. For an unknown type it returns
  /// null, and the binding reports the types that exist.
  private static ObjectNode data(String type) {
    if ("text".equals(type)) return text();
    String defaults = switch (type == null ? "generated" : type) {
      case "generated" -> """
          {"type": "generated", "set": "two-moons", "training": 64, "validation": 400, "noise": 0.33,
           "steps": null, "seed": null}""";
      case "mauna-loa" -> """
          {"type": "mauna-loa", "lastTrainingYear": %d, "seed": null}""".formatted(DataSpec.LAST_TRAINING_YEAR);
      case "csv" -> """
          {"type": "csv", "path": null, "target": null, "task": null, "inputs": null, "ignore": null,
           "categories": null, "missing": null, "missingMarks": null, "delimiter": null, "decimal": null,
           "encoding": null, "header": null, "validation": null, "validationShare": %s, "seed": null}"""
          .formatted(DataSpec.VALIDATION_SHARE);
      case "idx" -> """
          {"type": "idx", "images": null, "labels": null, "validationImages": null, "validationLabels": null,
           "validationShare": %s, "limit": 0, "transpose": false, "seed": null}""".formatted(DataSpec.VALIDATION_SHARE);
      case "points" -> """
          {"type": "points", "task": "classification", "points": null, "validationShare": %s, "seed": null}"""
          .formatted(DataSpec.VALIDATION_SHARE);
      case "autoencoder" -> """
          {"type": "autoencoder", "of": null}""";
      default -> null;
    };
    return defaults == null ? null : StrictJson.object(defaults);
  }

  private static ObjectNode text() {
    ObjectNode text = StrictJson.object("{\"type\": \"text\", \"text\": null, \"path\": null, \"seed\": null}");
    return text.setAll(StrictJson.treeOf(DataSpec.Text.STANDARD));
  }

  /// Returns the defaults of an optimiser; without a type, those of Adam. For an unknown type it returns null, and the
  /// binding reports the types that exist.
  static ObjectNode optimiser(String type) {
    return StrictJson.standard(OptimiserSpec.standard(), type == null ? "adam" : type);
  }

  private static void fillInterventions(JsonNode interventions) {
    if (!(interventions instanceof ArrayNode list)) return;
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof ObjectNode one)) continue;
      String keys = switch (Optional.ofNullable(type(one)).orElse("")) {
        case "drop-rates" -> """
            {"type": null, "step": null, "p": null, "network": null}""";
        case "pin" -> """
            {"type": null, "step": null, "layer": null, "unit": null, "pin": null, "network": null}""";
        default -> null;
      };
      list.set(i, overlay("interventions[" + i + "]", keys == null ? null : StrictJson.object(keys), one));
    }
  }

  private static void part(ObjectNode whole, String above, String key, ObjectNode defaults) {
    if (whole.get(key) instanceof ObjectNode given) whole.set(key, overlay(above + key, defaults, given));
  }

  private static void parts(JsonNode whole, String above, String key, Supplier<ObjectNode> defaults) {
    if (!(whole.path(key) instanceof ArrayNode list)) return;
    for (int i = 0; i < list.size(); i++)
      if (list.get(i) instanceof ObjectNode given)
        list.set(i, overlay(above + key + "[" + i + "]", defaults.get(), given));
  }

  /// Writes `given` over `defaults`, in the order of the defaults, and returns the result; without defaults, returns
  /// `given`.
  static ObjectNode overlay(String path, ObjectNode defaults, ObjectNode given) {
    if (defaults == null) return given;
    given.forEachEntry((key, value) -> {
      if (!defaults.has(key))
        throw new ExperimentException(Words.of("spec.json.unknown_key", path.isEmpty() ? key : path + "." + key,
            Suggestion.among(key, defaults.propertyNames())));
      defaults.set(key, value);
    });
    return defaults;
  }
}
