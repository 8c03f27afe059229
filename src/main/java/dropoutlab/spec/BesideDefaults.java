package dropoutlab.spec;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills in the keys that a network beside leaves out, with the values of the experiment, which must have been filled
/// in before.
final class BesideDefaults {
  private BesideDefaults() {}

  static void fill(ObjectNode whole) {
    if (!(whole.path("beside") instanceof ArrayNode list)) return;
    for (int i = 0; i < list.size(); i++)
      if (list.get(i) instanceof ObjectNode given) list.set(i, one(whole, given, "beside[" + i + "]"));
  }

  private static ObjectNode one(ObjectNode whole, ObjectNode given, String path) {
    ObjectNode own = StrictJson.object("{\"name\": null}");
    own.set("network", whole.path("network").deepCopy());
    own.set("optimiser", whole.path("optimiser").deepCopy());
    own.set("regulariser", whole.path("regulariser").deepCopy());
    own.set("augmentation", whole.path("training").path("augmentation").deepCopy());
    ObjectNode of = own.deepCopy();
    ObjectNode filled = ExperimentDefaults.overlay(path, own, given);
    part(filled, of, "network", path);
    if (filled.get("network") instanceof ObjectNode network) ExperimentDefaults.fillNetwork(network, path + ".network");
    optimiser(filled, of, path);
    part(filled, of, "regulariser", path);
    part(filled, of, "augmentation", path);
    return filled;
  }

  private static void part(ObjectNode filled, ObjectNode of, String key, String path) {
    if (filled.get(key) instanceof ObjectNode given && of.get(key) instanceof ObjectNode own)
      filled.set(key, ExperimentDefaults.overlay(path + "." + key, own.deepCopy(), given));
  }

  /// An optimiser of another type takes the defaults of that type.
  private static void optimiser(ObjectNode filled, ObjectNode of, String path) {
    if (!(filled.get("optimiser") instanceof ObjectNode given)) return;
    String type = ExperimentDefaults.type(given);
    boolean same = type == null || type.equals(of.path("optimiser").path("type").asString(""));
    if (same) part(filled, of, "optimiser", path);
    else filled.set("optimiser",
        ExperimentDefaults.overlay(path + ".optimiser", ExperimentDefaults.optimiser(type), given));
  }
}
