package dropoutlab.spec;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys that an experiment may have and the values that missing ones take. A key whose default is null has to be
/// given, unless the record allows it to be absent.
final class ExperimentDefaults {
  private static final String LAYER = """
      {"units": 16, "activation": "relu", "drop": 0.0, "method": {"type": "inverted"}}""";
  private static final String CARD = """
      {"look": null, "expect": null}""";
  private static final String POINT = """
      {"x": null, "y": null, "label": 0}""";
  private static final String NETWORK = """
      {"inputDrop": 0.0, "body": [], "hidden": [{"drop": 0.3}, {"drop": 0.3}], "initialisation": "he"}""";
  private static final String EXPERIMENT = """
      {"title": null, "card": null, "data": {}, "network": {}, "optimiser": {},
       "regulariser": {}, "training": {}, "seed": 7, "interventions": []}""";

  private ExperimentDefaults() {}

  /// The given experiment with all missing keys filled in. Unknown keys are errors.
  static ObjectNode fill(ObjectNode given, String title) {
    ObjectNode whole = overlay("", EXPERIMENT, given);
    if (!given.has("title")) whole.put("title", title);
    part(whole, "", "card", CARD);
    if (whole.get("data") instanceof ObjectNode data) whole.set("data", overlay("data", data(type(data)), data));
    part(whole, "", "network", NETWORK);
    parts(whole.path("network"), "network.", "hidden", LAYER);
    if (whole.get("network") instanceof ObjectNode network) LayerDefaults.fill(network);
    if (whole.get("optimiser") instanceof ObjectNode optimiser)
      whole.set("optimiser", overlay("optimiser", optimiser(type(optimiser)), optimiser));
    part(whole, "", "regulariser", """
        {"l1": 0.0, "l2": 0.0, "maxNorm": 0.0, "labelSmoothing": 0.0}""");
    TrainingDefaults.fill(whole);
    parts(whole.path("data"), "data.", "points", POINT);
    fillInterventions(whole.get("interventions"));
    return whole;
  }

  /// The keys of the data, optimiser or schedule of a type; null where there is no such type.
  static Collection<String> keysOf(String part, String type) {
    if (TrainingDefaults.SCHEDULES.contains(part)) return TrainingDefaults.keysOf(type);
    String defaults = part.equals("data") ? data(type) : part.equals("optimiser") ? optimiser(type) : null;
    return defaults == null ? null : StrictJson.tree(defaults).propertyNames();
  }

  private static String type(ObjectNode part) {
    return part.path("type").isString() ? part.get("type").stringValue() : part.has("type") ? "" : null;
  }

  /// Without a type: a generated set. An unknown type answers null, and the binding names those that exist.
  private static String data(String type) {
    return switch (type == null ? "generated" : type) {
      case "generated" -> """
          {"type": "generated", "set": "two-moons", "training": 64, "validation": 400, "noise": 0.33, "seed": null}""";
      case "mauna-loa" -> """
          {"type": "mauna-loa", "lastTrainingYear": 1995, "seed": null}""";
      case "csv" -> """
          {"type": "csv", "path": null, "target": null, "task": null, "inputs": null, "ignore": null,
           "categories": "refuse", "missing": "refuse", "missingMarks": null, "delimiter": null, "decimal": null,
           "encoding": null, "header": null, "validation": null, "validationShare": 0.25, "seed": null}""";
      case "idx" -> """
          {"type": "idx", "images": null, "labels": null, "validationImages": null, "validationLabels": null,
           "validationShare": 0.25, "limit": 0, "transpose": false, "seed": null}""";
      case "points" -> """
          {"type": "points", "task": "classification", "points": null, "validationShare": 0.25, "seed": null}""";
      default -> null;
    };
  }

  /// Without a type: Adam. An unknown type answers null, and the binding names those that exist.
  private static String optimiser(String type) {
    return switch (type == null ? "adam" : type) {
      case "sgd" -> """
          {"type": "sgd", "learningRate": 0.1}""";
      case "momentum", "nesterov" -> """
          {"type": "%s", "learningRate": 0.05, "momentum": 0.9}""".formatted(type);
      case "rmsprop" -> """
          {"type": "rmsprop", "learningRate": 0.003, "smoothing": 0.9, "epsilon": 1e-8}""";
      case "adam" -> """
          {"type": "adam", "learningRate": 0.008, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}""";
      case "adamw" -> """
          {"type": "adamw", "learningRate": 0.008, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8,
           "weightDecay": 0.01}""";
      default -> null;
    };
  }

  private static void fillInterventions(JsonNode interventions) {
    if (!(interventions instanceof ArrayNode list)) return;
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof ObjectNode one)) continue;
      String defaults = switch (Optional.ofNullable(type(one)).orElse("")) {
        case "drop-rates" -> """
            {"type": null, "step": null, "p": null}""";
        case "pin" -> """
            {"type": null, "step": null, "layer": null, "unit": null, "pin": null}""";
        default -> null;
      };
      list.set(i, overlay("interventions[" + i + "]", defaults, one));
    }
  }

  private static void part(ObjectNode whole, String above, String key, String defaults) {
    if (whole.get(key) instanceof ObjectNode given) whole.set(key, overlay(above + key, defaults, given));
  }

  private static void parts(JsonNode whole, String above, String key, String defaults) {
    if (!(whole.path(key) instanceof ArrayNode list)) return;
    for (int i = 0; i < list.size(); i++)
      if (list.get(i) instanceof ObjectNode given)
        list.set(i, overlay(above + key + "[" + i + "]", defaults, given));
  }

  /// `given` over `defaults`, in the order of the defaults; null defaults leave `given` as it is.
  static ObjectNode overlay(String path, String defaults, ObjectNode given) {
    if (defaults == null) return given;
    ObjectNode filled = (ObjectNode) StrictJson.tree(defaults);
    given.forEachEntry((key, value) -> {
      if (!filled.has(key))
        throw new ExperimentException((path.isEmpty() ? key : path + "." + key) + ": unknown key"
            + Suggestion.among(key, filled.propertyNames()));
      filled.set(key, value);
    });
    return filled;
  }
}
