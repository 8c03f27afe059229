package dropoutlab.predict.variant.depth;

import dropoutlab.card.place.Placement;
import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayersEvidence.Depths;
import dropoutlab.frame.LayersEvidence.Pruned;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.PoissonBinomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Measures the evidence for blocks that are skipped.
public final class LayersMeasured {
  private static final int DRAWS = 500;
  /// Encoders cost more.
  private static final int EXAMPLES = 200, SEQUENCES = 32, TIMED_SEQUENCES = 4;
  /// Left out are none, every third and every second.
  private static final List<Integer> EVERY = List.of(0, 3, 2);
  private static final Shape ONE = Shape.sequence(1, 1);

  private final List<Frame> networks;
  private final DataSet data;
  private final boolean encoders;

  private LayersMeasured(List<Frame> networks, DataSet data) {
    this.networks = networks;
    this.data = data;
    encoders = networks.getFirst().inForce().body().stream().anyMatch(LayerSpec.Encoder.class::isInstance);
  }

  /// @param networks the same moment seen from A and, if there is one, from B
  public static LayersEvidence of(List<Frame> networks, DataSet data) {
    LayersMeasured measured = new LayersMeasured(networks, data);
    List<Depths> depths = new ArrayList<>();
    List<LayersEvidence.StepTime> times = new ArrayList<>();
    List<Pruned> pruned = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      if (measured.skips(i)) {
        depths.add(measured.depths(i));
        times.add(measured.time(i, depths.getLast()));
      }
      if (!learnsRates(networks.get(i))) pruned.add(measured.pruned(i));
    }
    return new LayersEvidence(depths, times, pruned);
  }

  private boolean skips(int network) {
    return networks.get(network).inForce().body().stream().anyMatch(layer -> layer instanceof LayerSpec.Residual r && r.drop() > 0
        || layer instanceof LayerSpec.Encoder e && e.layerDrop() > 0);
  }

  private static boolean learnsRates(Frame frame) {
    return Placement.flat(frame.inForce().body()).stream().anyMatch(layer -> layer instanceof LayerSpec.Drop d && d.method().learnsRate());
  }

  /// Draws as the blocks do in training, one decision for each example: by blocks with the same rates on a single value,
  /// so that many draws cost little.
  private Depths depths(int network) {
    Frame frame = networks.get(network);
    NetworkSpec spec = new NetworkSpec(0, frame.inForce().body().stream().flatMap(layer -> small(layer).stream()).toList(), List.of(),
        frame.inForce().initialisation());
    Network blocks = new Network(spec, ONE, 1, layer -> RandomStream.of(frame.experiment().seed(), Purpose.PREDICTION, layer));
    blocks.forward(new Tensor(DRAWS, 1), Mode.FRESH);
    EffectiveDepth depth = EffectiveDepth.of(blocks.body(DRAWS, false));
    PoissonBinomial expected = depth.expected();
    return new Depths(network, depth.counts(), IntStream.rangeClosed(0, expected.trials()).mapToObj(expected::probability).toList(),
        depth.measuredMean(), expected.mean());
  }

  private static Optional<LayerSpec> small(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Residual r -> Optional.of(r.withLayers(List.of(new LayerSpec.Activate(Activation.IDENTITY))));
      case LayerSpec.Encoder e -> Optional.of(new LayerSpec.Encoder(1, 1, 0, 0, 0, e.layerDrop()));
      default -> Optional.empty();
    };
  }

  private LayersEvidence.StepTime time(int network, Depths depths) {
    Frame frame = networks.get(network);
    Examples batch = data.train().first(Math.min(frame.experiment().training().batch(), encoders ? TIMED_SEQUENCES : EXAMPLES));
    return StepTimes.of(network, frame, data.schema(), batch, depths.expectedMean() / (depths.counts().size() - 1));
  }

  private Pruned pruned(int network) {
    Pruning pruning = new Pruning(networks.get(network), data.schema());
    Examples examples = data.shown().first(encoders ? SEQUENCES : EXAMPLES);
    List<Integer> left = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    for (int every : EVERY) {
      int blocks = every == 0 ? pruning.blocks() : pruning.blocks() - pruning.blocks() / every;
      if (left.contains(blocks)) continue;
      left.add(blocks);
      losses.add(pruning.loss(block -> every == 0 || block % every != every - 1, examples));
    }
    return new Pruned(network, left, losses);
  }
}
