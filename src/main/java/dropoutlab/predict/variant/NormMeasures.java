package dropoutlab.predict.variant;

import dropoutlab.card.place.Norms;
import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.NormEvidence.Layer;
import dropoutlab.frame.NormEvidence.Noise;
import dropoutlab.frame.NormEvidence;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.VarianceRatio;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Measures what dropout does to the variances by layer, and what it costs that batch norm meets others at inference.
public final class NormMeasures {
  private static final int EXAMPLES = 200, PASSES = 4, LOSS_PASSES = 12;

  private NormMeasures() {}

  /// Measures the own network of a frame.
  public static NormEvidence.Network of(Frame frame, DataSet data) {
    LayerRuns runs = LayerRuns.of(frame, data.schema());
    List<VarianceShift.Layer> shift = VarianceShift.of(runs, data.train().first(EXAMPLES).x(), PASSES).layers();
    Map<List<Integer>, LayerSpec> specs = specs(frame.inForce());
    List<Layer> layers = shift.stream().map(layer -> new Layer(layer.place(), name(specs, layer.place()), layer.kind(),
        layer.training(), layer.inference())).toList();
    return new NormEvidence.Network(layers, noises(shift, specs), losses(frame, data));
  }

  /// Returns the layers of a network's body as the present batch left them: with the variance of that batch alone.
  public static List<Layer> present(NetworkState state) {
    Map<List<Integer>, LayerSpec> specs = specs(state.inForce());
    return LayerMoments.of(state.view().orElseThrow().body()).stream().map(moments -> {
      List<Integer> place = new ArrayList<>(moments.place());
      place.set(0, place.getFirst() + 1);
      return new Layer(place, name(specs, place), moments.kind(), moments.unitVariance(), Double.NaN);
    }).toList();
  }

  private static Map<List<Integer>, LayerSpec> specs(NetworkSpec network) {
    Map<List<Integer>, LayerSpec> specs = new HashMap<>();
    number(Norms.chain(network), List.of(), specs);
    return specs;
  }

  private static void number(List<LayerSpec> layers, List<Integer> above, Map<List<Integer>, LayerSpec> specs) {
    for (int i = 0; i < layers.size(); i++) {
      List<Integer> place = new ArrayList<>(above);
      place.add(i);
      specs.put(place, layers.get(i));
      if (layers.get(i) instanceof LayerSpec.Residual block) number(block.layers(), place, specs);
    }
  }

  private static String name(Map<List<Integer>, LayerSpec> specs, List<Integer> place) {
    LayerSpec layer = specs.get(place);
    if (layer == null) return Words.of("train.layer.output");
    boolean input = place.equals(List.of(0)) && layer instanceof LayerSpec.Drop d && d.p() == 0;
    return input ? Words.of("train.layer.input") : LayerNames.of(layer);
  }

  private static List<Noise> noises(List<VarianceShift.Layer> layers, Map<List<Integer>, LayerSpec> specs) {
    List<Noise> noises = new ArrayList<>();
    for (int i = 1; i < layers.size(); i++) {
      OptionalDouble noise = Optional.ofNullable(specs.get(layers.get(i).place())).map(NormMeasures::noise)
          .orElse(OptionalDouble.empty());
      VarianceShift.Layer before = layers.get(i - 1);
      if (noise.isEmpty() || before.training() == 0) continue;
      double training = VarianceRatio.training(Math.sqrt(before.squaredMean()), before.training(), noise.getAsDouble());
      noises.add(new Noise(i, noise.getAsDouble(), before.squaredMean(), before.training(),
          before.inference() / training));
    }
    return noises;
  }

  /// Returns the variance of the factor; empty for a layer that drops nothing, or not by a factor of mean 1.
  private static OptionalDouble noise(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Drop(double p, _) when p == 0 -> OptionalDouble.empty();
      case LayerSpec.Drop(double p, DropoutSpec method) -> switch (method) {
        // Standard dropout scales at inference: by the ratio, as if it scaled in training.
        case DropoutSpec.Inverted _, DropoutSpec.Standard _,
            DropoutSpec.Gaussian _ -> OptionalDouble.of(VarianceRatio.ofDropout(p));
        case DropoutSpec.Uniform(double beta) -> OptionalDouble.of(VarianceRatio.ofUniform(beta));
        case DropoutSpec.LearntGaussian _, DropoutSpec.Alpha _, DropoutSpec.Concrete _, DropoutSpec.DropConnect _,
            DropoutSpec.Targeted _ -> OptionalDouble.empty();
      };
      case LayerSpec.SpatialDropout(double p) when p > 0 -> OptionalDouble.of(VarianceRatio.ofDropout(p));
      default -> OptionalDouble.empty();
    };
  }

  private static NormEvidence.Losses losses(Frame frame, DataSet data) {
    Examples some = data.shown().first(EXAMPLES);
    Predictor predictor = Predictor.of(frame, data.schema());
    double passes = MeanLoss.of(McDropout.predict(predictor, some.x(), LOSS_PASSES, false).mean(), data, some);
    double off = MeanLoss.of(predictor.deterministic(some.x()), data, some);
    NetworkSpec spec = frame.inForce();
    LayerRuns unmasked = new LayerRuns(spec.withDropRates(spec.dropRates().stream().map(_ -> 0.0).toList()),
        data.schema().shape(), frame.weights(), frame.experiment().seed());
    Matrix anew = unmasked.run(some.x(), Mode.TRAIN).getLast().values();
    return new NormEvidence.Losses(passes, off, MeanLoss.ofOutputs(anew, data, some));
  }
}
