package dropoutlab.spec;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The keys of `training` and its parts, and the values that missing ones take.
final class TrainingDefaults {
  static final List<String> SCHEDULES = List.of("learningRateSchedule", "dropSchedule", "momentumSchedule");
  private static final String TRAINING = """
      {"epochs": 200, "batch": 16, "twin": true, "loss": "auto", "learningRateSchedule": {"type": "constant"},
       "dropSchedule": {"type": "constant"}, "momentumSchedule": {"type": "constant"}, "earlyStopping": {},
       "augmentation": {}}""";
  private static final String EARLY_STOPPING = """
      {"patience": 0}""";
  private static final String AUGMENTATION = """
      {"noise": 0.0, "shift": 0, "cutout": 0, "erase": 0.0, "mixup": 0.0}""";

  private TrainingDefaults() {}

  static void fill(ObjectNode whole) {
    if (!(whole.get("training") instanceof ObjectNode given)) return;
    ObjectNode training = ExperimentDefaults.overlay("training", TRAINING, given);
    whole.set("training", training);
    part(training, "earlyStopping", EARLY_STOPPING);
    part(training, "augmentation", AUGMENTATION);
    for (String key : SCHEDULES) part(training, key, schedule(training.path(key).path("type").asString("")));
  }

  /// The keys of a type of schedule; null where there is no such type.
  static Collection<String> keysOf(String type) {
    String defaults = schedule(type);
    return defaults == null ? null : StrictJson.tree(defaults).propertyNames();
  }

  /// An unknown type answers null, and the binding names those that exist.
  private static String schedule(String type) {
    return switch (type) {
      case "constant" -> """
          {"type": "constant"}""";
      case "step" -> """
          {"type": "step", "every": 50, "factor": 0.5}""";
      case "exponential" -> """
          {"type": "exponential", "factor": 0.99}""";
      case "cosine" -> """
          {"type": "cosine", "to": 0.0, "epochs": 0}""";
      case "linear" -> """
          {"type": "linear", "from": 0.0, "to": 1.0, "epochs": 0}""";
      case "warm-up" -> """
          {"type": "warm-up", "from": 0.1, "warmUp": 5.0, "to": 0.0, "epochs": 0}""";
      default -> null;
    };
  }

  private static void part(ObjectNode training, String key, String defaults) {
    if (training.get(key) instanceof ObjectNode given)
      training.set(key, ExperimentDefaults.overlay("training." + key, defaults, given));
  }
}
