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
import java.util.stream.LongStream;

/// A linear model of [GeneratedSet#LINEAR_FIVE] with dropout on its inputs, learnt from N examples: what its passes say
/// at x* = (1, 1, 1, 1, 1), and what exact Bayesian regression says, which knows the noise. All in the target's unit.
final class Growing {
  static final List<Integer> EXAMPLES = List.of(10, 100, 1000, 10_000);
  static final double NOISE = 0.5;
  static final int INPUTS = 5;
  /// What is true at x*: the sum of the set's weights.
  static final double TRUTH = 2.5;

  /// A guess is measured against so many seeds.
  static final int SEEDS = 5;

  /// @param repeated whether the first 10 examples are repeated instead of drawing new ones
  private record Key(int examples, boolean repeated, double p, long seed) {}

  private record Drawn(boolean repeated, long seed) {}

  private static final Remembered<Drawn, List<List<DataSet>>> DATA = new Remembered<>();
  private static final Remembered<List<Key>, List<EveryMaskTraining.Trained>> TRAINED = new Remembered<>();

  private final Key key;
  private final DataSet data;
  private final LinearDropout exact;
  private final Tensor star = new Tensor(1, INPUTS);

  private Growing(Key key, DataSet data) {
    this.key = key;
    this.data = data;
    exact = LinearDropout.of(data, key.p());
    for (int c = 0; c < INPUTS; c++) star.set(0, c, (float) data.schema().inputScaling().toScaled(c, 1));
  }

  /// Returns the model of each number of examples, for this seed and for those that follow it.
  static List<List<Growing>> seeds(double p, boolean repeated, long seed) {
    List<List<DataSet>> data = DATA.get(new Drawn(repeated, seed), () -> LongStream.range(seed, seed + SEEDS)
        .mapToObj(each -> EXAMPLES.stream().map(n -> data(n, repeated, each)).toList()).toList());
    return IntStream.range(0, SEEDS).mapToObj(s -> IntStream.range(0, EXAMPLES.size())
        .mapToObj(i -> new Growing(new Key(EXAMPLES.get(i), repeated, p, seed + s), data.get(s).get(i))).toList())
        .toList();
  }

  /// Returns the model of the first 10 examples, so many times each.
  static Growing repeated(int times, double p, long seed) {
    int n = times * EXAMPLES.getFirst();
    return new Growing(new Key(n, true, p, seed), data(n, true, seed));
  }

  private static DataSet data(int examples, boolean repeated, long seed) {
    int drawn = repeated ? EXAMPLES.getFirst() : examples;
    DataSet once = DataSets.load(new DataSpec.Generated(GeneratedSet.LINEAR_FIVE, drawn, 1, NOISE, null), seed,
        Path.of(""));
    if (!repeated) return once;
    Examples all = once.train().pick(IntStream.range(0, examples).map(i -> i % drawn).toArray());
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

  /// Returns what exact Bayesian regression says at x*, without the noise.
  Posterior posterior() {
    ExactBayes bayes = ExactBayes.of(data, OptionalDouble.of(NOISE));
    return new Posterior(bayes.mean(star).get(0), bayes.sd(star).get(0));
  }

  record Posterior(double mean, double sd) {
    double variance() { return sd * sd; }
  }

  /// Trains a network for each of these.
  static List<EveryMaskTraining.Trained> train(List<Growing> all, ProgressMonitor watch) {
    return TRAINED.get(all.stream().map(each -> each.key).toList(), () -> {
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

  /// Returns how far that may be off if each weight may be off by this much.
  double away(double distance) {
    double sum = 0;
    for (int c = 0; c < INPUTS; c++) sum += 2 * Math.abs(exact.weights()[c]) * star.at(0, c) * star.at(0, c);
    return key.p() / (1 - key.p()) * unit() * unit() * sum * distance;
  }

  /// Returns the exact weight of an input, standardised.
  double weight(int input) { return exact.weights()[input]; }
}
