package dropoutlab.predict.variant;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The variance of every layer's output in training and at inference, on the same examples (Li, Chen, Hu and Yang 2019).
/// In training, masks are drawn and batch normalisation goes by the batch; at inference there are no masks and it goes by
/// the running statistics. What [dropoutlab.theory.VarianceRatio] expects of a layer of dropout is their ratio.
///
/// @param layers in the order of [LayerMoments#of]
public record VarianceShift(List<Layer> layers) {
  public VarianceShift { layers = List.copyOf(layers); }

  /// One layer, with the mean variance of its units in both modes.
  ///
  /// @param place       see [LayerMoments], as for `squaredMean`, which is of training
  public record Layer(List<Integer> place, Kind kind, double training, double inference, double squaredMean) {
    /// Returns the variance at inference divided by that in training; 1 for a layer that is constant in training.
    public double ratio() { return training == 0 ? 1 : inference / training; }
  }

  /// Measures all rows of `x` as one batch.
  ///
  /// @param passes how many draws of the masks the variance in training is averaged over
  public static VarianceShift of(LayerRuns runs, Tensor x, int passes) {
    Map<List<Integer>, List<LayerMoments>> training = new LinkedHashMap<>();
    for (int pass = 0; pass < passes; pass++)
      for (LayerMoments moments : LayerMoments.of(runs.run(x, Mode.TRAIN)))
        training.computeIfAbsent(moments.place(), _ -> new ArrayList<>()).add(moments);
    List<Layer> layers = new ArrayList<>();
    for (LayerMoments moments : LayerMoments.of(runs.run(x, Mode.INFERENCE)))
      if (training.containsKey(moments.place()))
        layers.add(new Layer(moments.place(), moments.kind(), mean(training.get(moments.place()), LayerMoments::unitVariance),
            moments.unitVariance(), mean(training.get(moments.place()), LayerMoments::squaredMean)));
    return new VarianceShift(layers);
  }

  private static double mean(List<LayerMoments> passes, ToDoubleFunction<LayerMoments> of) {
    return passes.stream().mapToDouble(of).average().orElseThrow();
  }
}
