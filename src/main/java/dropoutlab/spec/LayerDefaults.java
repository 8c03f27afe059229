package dropoutlab.spec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of the body's layers and of the dropout methods, and the values of those that are missing; a key whose
/// default is null must be given.
final class LayerDefaults {
  private LayerDefaults() {}

  /// Fills in the dropout methods of the hidden layers, and everything in the body.
  static void fill(ObjectNode network, String path) {
    if (network.path("hidden") instanceof ArrayNode hidden)
      for (int i = 0; i < hidden.size(); i++) fillMethod(hidden.get(i), path + ".hidden[" + i + "]");
    layers(network, "body", path + ".body");
  }

  private static void layers(ObjectNode parent, String key, String path) {
    if (!(parent.path(key) instanceof ArrayNode list)) return;
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof ObjectNode given)) continue;
      String here = path + "[" + i + "]";
      ObjectNode filled = ExperimentDefaults.overlay(here, layer(given.path("type").asString("")), given);
      list.set(i, filled);
      fillMethod(filled, here);
      if (filled.path("drop") instanceof ObjectNode drop)
        filled.set("drop", ExperimentDefaults.overlay(here + ".drop",
            StrictJson.treeOf(LayerSpec.RecurrentDrop.OFF), drop));
      layers(filled, "layers", here + ".layers");
    }
  }

  private static void fillMethod(JsonNode layer, String path) {
    if (layer instanceof ObjectNode whole && whole.path("method") instanceof ObjectNode given)
      whole.set("method", ExperimentDefaults.overlay(path + ".method", method(given.path("type").asString("")), given));
  }

  private static ObjectNode layer(String type) {
    String defaults = switch (type) {
      case "reshape" -> """
          {"type": "reshape", "maps": 1, "rows": null, "cols": null}""";
      case "activate" -> """
          {"type": "activate", "activation": "relu"}""";
      case "dropout" -> """
          {"type": "dropout", "p": 0.5, "method": {"type": "inverted"}}""";
      case "dense" -> """
          {"type": "dense", "units": null}""";
      case "layer-norm" -> """
          {"type": "layer-norm", "epsilon": 1e-5}""";
      case "batch-norm" -> """
          {"type": "batch-norm", "epsilon": 1e-5, "momentum": 0.1}""";
      case "residual" -> """
          {"type": "residual", "layers": null, "drop": 0.0, "mode": "example", "inverted": true}""";
      case "conv2d" -> """
          {"type": "conv2d", "maps": null, "kernel": 3, "stride": 1, "padding": 1}""";
      case "pool" -> """
          {"type": "pool", "kind": "max", "size": 2, "stride": 2}""";
      case "spatial-dropout" -> """
          {"type": "spatial-dropout", "p": 0.2}""";
      case "drop-block" -> """
          {"type": "drop-block", "p": 0.1, "block": 3}""";
      case "embedding" -> """
          {"type": "embedding", "vocabulary": null, "width": null, "drop": 0.0}""";
      case "recurrent" -> """
          {"type": "recurrent", "cell": "lstm", "units": null, "last": true, "drop": {}}""";
      case "time-pool" -> """
          {"type": "time-pool"}""";
      case "position" -> """
          {"type": "position"}""";
      case "attention" -> """
          {"type": "attention", "heads": 4, "drop": 0.1}""";
      case "encoder" -> """
          {"type": "encoder", "heads": 4, "feedForward": null, "attentionDrop": 0.1, "feedForwardDrop": 0.1,
           "residualDrop": 0.1, "layerDrop": 0.0, "norm": "post"}""";
      default -> null;
    };
    return defaults == null ? null : StrictJson.object(defaults);
  }

  private static ObjectNode method(String type) { return StrictJson.standard(DropoutSpec.standard(), type); }
}
