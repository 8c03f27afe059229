package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Remembered;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.theory.DroppedSum;
import dropoutlab.theory.ExactBayes;
import dropoutlab.theory.LinearDropout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// A linear model of [GeneratedSet#LINEAR_FIVE] with dropout on its inputs, learnt from N examples: what its passes say at
/// x* = (1, 1, 1, 1, 1), and what exact Bayesian regression says, which knows the noise. All in the target's unit.
final class Growing {
  static final List<Integer> EXAMPLES = List.of(10, 100, 1000, 10_000);
  static final double NOISE = 0.5;
  static final int INPUTS = 5;
  /// What is true at x*: the sum of the set's weights.
  static final double TRUTH = 2.5;

  /// @param repeated whether the first 10 examples are repeated instead of drawing new ones
  record Key(int examples, boolean repeated, double p, long seed) {}

  private record Set(List<Key> keys) {}

  private static final Remembered<Set, List<EveryMaskTraining.Trained>> TRAINED = new Remembered<>();

  private final Key key;
  private final DataSet data;
  private final LinearDropout exact;
  private final Tensor star = new Tensor(1, INPUTS);

  Growing(Key key) {
    this.key = key;
    data = data(key);
    exact = LinearDropout.of(data, key.p());
    for (int c = 0; c < INPUTS; c++) star.set(0, c, (float) data.schema().inputScaling().toScaled(c, 1));
  }

  private static DataSet data(Key key) {
    int drawn = key.repeated() ? EXAMPLES.getFirst() : key.examples();
    DataSet once = DataSets.load(new DataSpec.Generated(GeneratedSet.LINEAR_FIVE, drawn, 1, NOISE, null), key.seed(), Path.of(""));
    if (!key.repeated()) return once;
    Examples all = once.train().pick(IntStream.range(0, key.examples()).map(i -> i % drawn).toArray());
    return once.with(d -> d.train(all));
  }

  /// Returns the moments of the passes by the closed form.
  DroppedSum passes() { return passes(exact.weights()); }

  /// Returns the moments of the passes of a network with these weights, the bias last.
  private DroppedSum passes(double[] weights) {
    double[] terms = new double[INPUTS];
    for (int c = 0; c < INPUTS; c++) terms[c] = unit() * weights[c] * star.at(0, c);
    return DroppedSum.inverted(terms, 0, key.p());
  }

  /// Returns what each weight contributes to their variance.
  List<Double> shares() {
    double[] weights = exact.weights();
    return IntStream.range(0, INPUTS).mapToObj(c -> {
      double term = unit() * weights[c] * star.at(0, c);
      return key.p() / (1 - key.p()) * term * term;
    }).toList();
  }

  private double unit() { return data.schema().targetScaling().sd().getFirst(); }

  /// Returns their mean.
  double mean() {
    return data.schema().targetScaling().toRaw(0, passes().mean() / unit() + exact.weights()[INPUTS]);
  }

  /// Returns the variance of the exact posterior, without the noise.
  double posterior() {
    double sd = ExactBayes.of(data, OptionalDouble.of(NOISE)).sd(star).get(0);
    return sd * sd;
  }

  /// Trains a network for each of these.
  static List<EveryMaskTraining.Trained> train(List<Growing> all, ProgressMonitor watch) {
    return TRAINED.get(new Set(all.stream().map(each -> each.key).toList()), () -> {
      List<EveryMaskTraining.Trained> trained = new ArrayList<>();
      for (Growing each : all) {
        watch.done((double) trained.size() / all.size());
        trained.add(EveryMaskTraining.train(each.data.train().x(), each.data.train().y(), each.key.p(), true, watch));
      }
      return List.copyOf(trained);
    });
  }

  /// Returns the variance over so many passes of a trained network.
  double measured(EveryMaskTraining.Trained trained, int passes) {
    Predictor predictor = new Predictor(data.schema(), EveryMaskTraining.spec(key.p()), trained.weights(), key.seed());
    return McDropout.predict(predictor, star, passes, true).variance().get(0) * unit() * unit();
  }

  /// Returns the variance of all passes of a trained network, by its weights.
  double variance(EveryMaskTraining.Trained trained) {
    return passes(EveryMaskTraining.table(trained).toArray()).variance();
  }

  /// Returns how far that may be from where training would end, as each weight may be as far as the training says.
  double away(EveryMaskTraining.Trained trained) {
    double sum = 0;
    for (int c = 0; c < INPUTS; c++) sum += 2 * Math.abs(exact.weights()[c]) * star.at(0, c) * star.at(0, c);
    return key.p() / (1 - key.p()) * unit() * unit() * sum * trained.distance();
  }

  /// Returns the exact weight of an input, standardised.
  double weight(int input) { return exact.weights()[input]; }
}
