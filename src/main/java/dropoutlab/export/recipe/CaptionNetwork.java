package dropoutlab.export.recipe;

import dropoutlab.card.place.Placement;
import dropoutlab.data.DataSet;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A network in words: "Network 2-16-16-1, ReLU, p = 0.30 on both hidden layers".
final class CaptionNetwork {
  private CaptionNetwork() {}

  static String of(Experiment experiment, Optional<DataSet> data) {
    NetworkSpec network = experiment.network();
    List<String> parts = new ArrayList<>();
    parts.add(network.body().isEmpty() ? Words.of("recipe.caption.network", units(experiment, data))
        : Words.of(network.hidden().isEmpty() ? "recipe.caption.body" : "recipe.caption.body.dense",
        layers(network.body()), hidden(network)));
    List<String> activations = network.hidden().stream().map(HiddenLayer::activation).distinct()
        .map(CaptionNetwork::activation).toList();
    if (!activations.isEmpty()) parts.add(Words.list(activations));
    List<String> rates = rates(network);
    if (!rates.isEmpty() && isPlain(network)) {
      parts.addAll(rates);
      return Words.parted(parts);
    }
    List<String> method = new ArrayList<>(List.of(Placement.told(experiment)));
    method.addAll(rates);
    return Words.of("recipe.caption.method", Words.parted(parts), Words.parted(method));
  }

  /// Whether it has nothing but inverted dropout on dense layers, which p alone says.
  private static boolean isPlain(NetworkSpec network) {
    return network.body().isEmpty() && network.hidden().stream().allMatch(layer ->
        layer.method() instanceof DropoutSpec.Inverted || layer.drop() == 0);
  }

  private static String units(Experiment experiment, Optional<DataSet> data) {
    String hidden = hidden(experiment.network());
    if (data.isEmpty()) return hidden;
    int outputs = data.get().schema().outputs() + (experiment.training().loss() == LossKind.GAUSSIAN_NLL ? 1 : 0);
    String between = hidden.isEmpty() ? "-" : "-" + hidden + "-";
    return data.get().schema().inputs().size() + between + outputs;
  }

  private static String hidden(NetworkSpec network) {
    return network.hidden().stream().map(layer -> Integer.toString(layer.units())).collect(Collectors.joining("-"));
  }

  /// Its layers in their order; of equal ones in a row, how many.
  private static String layers(List<LayerSpec> body) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < body.size(); ) {
      String name = name(body.get(i));
      int same = 1;
      while (i + same < body.size() && name(body.get(i + same)).equals(name)) same++;
      names.add(same == 1 ? name : Words.of("recipe.caption.times", same, name));
      i += same;
    }
    return Words.parted(names);
  }

  private static String name(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Reshape _ -> Words.of("recipe.layer.reshape");
      case LayerSpec.Activate a -> activation(a.activation());
      case LayerSpec.Drop _ -> Words.of("recipe.layer.dropout");
      case LayerSpec.DenseLayer d -> Words.of("recipe.layer.dense", d.units());
      case LayerSpec.LayerNorm _ -> Words.of("recipe.layer.layer_norm");
      case LayerSpec.BatchNorm _ -> Words.of("recipe.layer.batch_norm");
      case LayerSpec.Residual _ -> Words.of("recipe.layer.residual");
      case LayerSpec.Conv2d c -> Words.of("recipe.layer.conv2d", c.maps());
      case LayerSpec.Pool _ -> Words.of("recipe.layer.pool");
      case LayerSpec.SpatialDropout _ -> Words.of("recipe.layer.spatial");
      case LayerSpec.DropBlock _ -> Words.of("recipe.layer.drop_block");
      case LayerSpec.Embedding _ -> Words.of("recipe.layer.embedding");
      case LayerSpec.Recurrent r -> Words.of("recipe.layer.recurrent", r.cell().name(), r.units());
      case LayerSpec.TimePool _ -> Words.of("recipe.layer.time_pool");
      case LayerSpec.Position _ -> Words.of("recipe.layer.position");
      case LayerSpec.Attention _ -> Words.of("recipe.layer.attention");
      case LayerSpec.Encoder _ -> Words.of("recipe.layer.encoder");
    };
  }

  private static List<String> rates(NetworkSpec network) {
    List<String> rates = new ArrayList<>();
    List<Double> hidden = network.hidden().stream().map(HiddenLayer::drop).toList();
    boolean all = hidden.stream().allMatch(p -> p > 0);
    List<Double> dropping = hidden.stream().filter(p -> p > 0).toList();
    if (!dropping.isEmpty()) {
      String p = Shown.dropRates(hidden);
      rates.add(hidden.size() == 1 ? Words.of("recipe.caption.rate.one", p) : hidden.size() == 2 && all
          ? Words.of("recipe.caption.rate.both", p) : Words.of(all ? "recipe.caption.rate.all"
          : "recipe.caption.rate.some", p));
    }
    List<Double> every = network.dropRates();
    List<Double> body = every.subList(network.denseRates(), every.size()).stream().filter(p -> p > 0).toList();
    if (!body.isEmpty()) rates.add(Words.of("recipe.caption.rate.body", Shown.dropRates(body)));
    if (network.inputDrop() > 0) rates.add(Words.of("recipe.caption.rate.input", Shown.dropRate(network.inputDrop())));
    return rates;
  }

  private static String activation(Activation activation) { return Words.name("recipe.activation", activation); }

  static String optimiser(OptimiserSpec optimiser) {
    return switch (optimiser) {
      case OptimiserSpec.Sgd _ -> Words.of("recipe.optimiser.sgd");
      case OptimiserSpec.Momentum _ -> Words.of("recipe.optimiser.momentum");
      case OptimiserSpec.Nesterov _ -> Words.of("recipe.optimiser.nesterov");
      case OptimiserSpec.RmsProp _ -> Words.of("recipe.optimiser.rmsprop");
      case OptimiserSpec.Adam _ -> Words.of("recipe.optimiser.adam");
      case OptimiserSpec.AdamW _ -> Words.of("recipe.optimiser.adamw");
    };
  }
}
