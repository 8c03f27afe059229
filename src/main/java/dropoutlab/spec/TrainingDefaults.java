package dropoutlab.spec;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The keys of `training` and its parts, and the values of those that are missing.
final class TrainingDefaults {
  static final List<String> SCHEDULES = List.of("learningRateSchedule", "dropSchedule", "momentumSchedule");
  private TrainingDefaults() {}

  static void fill(ObjectNode whole) {
    if (!(whole.get("training") instanceof ObjectNode given)) return;
    ObjectNode training = ExperimentDefaults.overlay("training", StrictJson.treeOf(TrainingSpec.STANDARD), given);
    whole.set("training", training);
    part(training, "earlyStopping", StrictJson.treeOf(EarlyStoppingSpec.OFF));
    part(training, "augmentation", StrictJson.treeOf(AugmentationSpec.OFF));
    for (String key : SCHEDULES) part(training, key, schedule(training.path(key).path("type").asString("")));
  }

  /// Returns the defaults of a schedule. For an unknown type it returns null, and the binding reports the types that
  /// exist.
  static ObjectNode schedule(String type) { return StrictJson.standard(ScheduleSpec.standard(), type); }

  private static void part(ObjectNode training, String key, ObjectNode defaults) {
    if (training.get(key) instanceof ObjectNode given)
      training.set(key, ExperimentDefaults.overlay("training." + key, defaults, given));
  }
}
