package dropoutlab.predict.variant.time;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.variant.LayerRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How much the masks of a recurrent layer disturb its memory, after each step: an LSTM's c, else the state h.
///
/// @param noise  the variance over masks, divided by the variance over examples of the mean over masks; means over units
/// @param offset the root mean square of the mean over masks minus the value at inference, divided by the same standard
///               deviation over examples: what inference without masks misses
public record StateNoise(List<Double> noise, List<Double> offset) {
  public StateNoise {
    noise = List.copyOf(noise);
    offset = List.copyOf(offset);
  }

  /// Runs the last recurrent layer of a network over the same sequences again and again.
  ///
  /// @param passes how many masks each sequence gets, at least 2
  public static StateNoise of(LayerRuns runs, Tensor x, int passes) {
    LayerView.Recurrent calm = recurrent(runs.run(x, Mode.INFERENCE));
    double[] sums = new double[memory(calm).size()], squares = new double[sums.length];
    double[] still = memory(calm).toArray();
    for (int pass = 0; pass < passes; pass++) {
      Matrix values = memory(recurrent(runs.run(x, Mode.FRESH)));
      // Sums of differences from one point lose no digits.
      for (int i = 0; i < sums.length; i++) {
        double apart = values.get(i) - still[i];
        sums[i] += apart;
        squares[i] += apart * apart;
      }
    }
    List<Double> noise = new ArrayList<>(), offset = new ArrayList<>();
    for (int step = 0; step < calm.steps(); step++) {
      Step at = new Step(still, sums, squares, passes, step, calm);
      noise.add(at.spread() == 0 ? 0 : at.maskVariance() / at.spread());
      offset.add(at.spread() == 0 ? 0 : Math.sqrt(at.offset() / at.spread()));
    }
    return new StateNoise(noise, offset);
  }

  /// Returns the last recurrent layer, also one inside a block.
  static LayerView.Recurrent recurrent(List<LayerView> views) {
    return flat(views).filter(LayerView.Recurrent.class::isInstance).map(LayerView.Recurrent.class::cast)
        .reduce((_, last) -> last).orElseThrow(() -> new IllegalArgumentException("The network has no recurrent layer."));
  }

  private static Stream<LayerView> flat(List<LayerView> views) {
    return views.stream().flatMap(view -> view instanceof LayerView.Block block ? flat(block.inside()) : Stream.of(view));
  }

  /// Returns an LSTM's c after each step, else the state h.
  static Matrix memory(LayerView.Recurrent layer) {
    return layer.cells().isEmpty() ? layer.values() : layer.cells();
  }

  /// One step of all examples.
  private record Step(double[] still, double[] sums, double[] squares, int passes, int step, LayerView.Recurrent layer) {
    private int at(int example, int unit) { return (example * layer.steps() + step) * layer.units() + unit; }

    private int examples() { return still.length / (layer.steps() * layer.units()); }

    private double mean(int i) { return still[i] + sums[i] / passes; }

    double maskVariance() {
      double all = 0;
      for (int e = 0; e < examples(); e++)
        for (int u = 0; u < layer.units(); u++) {
          int i = at(e, u);
          all += (squares[i] - sums[i] * sums[i] / passes) / (passes - 1);
        }
      return all / (examples() * layer.units());
    }

    double offset() {
      double all = 0;
      for (int e = 0; e < examples(); e++)
        for (int u = 0; u < layer.units(); u++) all += sums[at(e, u)] * sums[at(e, u)] / passes / passes;
      return all / (examples() * layer.units());
    }

    /// Returns the mean over units of the variance over examples.
    double spread() {
      double all = 0;
      for (int u = 0; u < layer.units(); u++) {
        double mean = 0, squares = 0;
        for (int e = 0; e < examples(); e++) mean += mean(at(e, u)) / examples();
        for (int e = 0; e < examples(); e++) squares += (mean(at(e, u)) - mean) * (mean(at(e, u)) - mean);
        all += squares / examples();
      }
      return all / layer.units();
    }
  }
}
