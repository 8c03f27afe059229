package dropoutlab.claim.regulariser;

import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.GrowingRegression;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The first draw of data, solved and trained by the engine.
record DescentRows(DescentDraws data, double p, int n) {
  private static final double NEAR = 1e-5, SETTLED = 2e-5;
  private static final int PLAIN_STEPS = 400;

  List<Comparison> rows(ProgressMonitor watch) {
    GrowingRegression set = data.set(0, n);
    List<Comparison> rows = new ArrayList<>();
    if (p > 0) addTrained(rows, set, watch);
    rows.add(still(set));
    rows.add(plain(data.sizes().getLast(), watch));
    return rows;
  }

  private void addTrained(List<Comparison> rows, GrowingRegression set, ProgressMonitor watch) {
    double[] exact = DescentDraws.weights(set, p), away = exact.clone(), along = exact.clone();
    double length = length(exact);
    for (int j = 0; j < exact.length; j++) {
      away[j] = 2 * (exact[j] - data.trueWeight());
      along[j] /= length;
    }
    AveragedDescent trained = new AveragedDescent(set, p, exact, new double[][] {away, along}, data.seed(), watch);
    Side how = new Side(0, Words.count("claimregulariser.descent.averaged", trained.counted()));
    rows.add(Comparison.of(Words.of("claimregulariser.descent.risk", n, Shown.dropRate(p)), closed(data.risk(exact)),
        new Side(data.risk(trained.mean()), how.how()), trained.tolerance(0)).hidden());
    rows.add(Comparison.of(Words.of("claimregulariser.descent.length"), closed(length),
        new Side(length(trained.mean()), how.how()), trained.tolerance(1)));
  }

  private static Side closed(double value) { return new Side(value, Words.of("claimregulariser.l2.closed")); }

  private static double length(double[] w) {
    double sum = 0;
    for (double each : w) sum += each * each;
    return Math.sqrt(sum);
  }

  /// Without masks training ends at least squares: there its gradient is 0. Going there would take it millions of steps
  /// where examples are as many as features.
  private Comparison still(GrowingRegression set) {
    double[] w = DescentDraws.weights(set, 0);
    DescentTraining training = new DescentTraining(set, 0, data.seed());
    training.set(w);
    return Comparison.of(Words.of("claimregulariser.descent.still", Numbers.reading(data.risk(w))),
        new Side(0, Words.of("claimregulariser.descent.by_definition")),
        new Side(training.greatestGradient(), Words.of("claimregulariser.descent.backward")),
        new Tolerance.Rounding(rounding(set, w)));
  }

  /// How far from 0 rounding may take a gradient 2/n Σ x (x·w - y): each of a row's d products, sums and weights is
  /// rounded, and so is each of the n that a gradient sums.
  private static double rounding(GrowingRegression set, double[] w) {
    double[] bounds = new double[w.length];
    int n = set.examples();
    for (int i = 0; i < n; i++) {
      double[] row = set.rows().get(i);
      double size = Math.abs(set.targets().get(i)), residual = -set.targets().get(i);
      for (int j = 0; j < w.length; j++) {
        size += Math.abs(row[j] * w[j]);
        residual += row[j] * w[j];
      }
      double error = SinglePrecision.UNIT * ((w.length + 2) * size + (n + 2) * Math.abs(residual));
      for (int j = 0; j < w.length; j++) bounds[j] += 2.0 / n * Math.abs(row[j]) * error;
    }
    double most = 0;
    for (double bound : bounds) most = Math.max(most, bound);
    return SinglePrecision.tolerance(most);
  }

  /// Where examples are many, training without masks is soon at its end.
  private Comparison plain(int size, ProgressMonitor watch) {
    GrowingRegression set = data.set(0, size);
    double exact = data.risk(DescentDraws.weights(set, 0));
    DescentTraining training = new DescentTraining(set, 0, data.seed());
    double engine = data.risk(training.train(PLAIN_STEPS, watch));
    return Comparison.of(Words.of("claimregulariser.descent.plain", size), closed(exact),
        new Side(engine, Words.count("claimregulariser.steps", PLAIN_STEPS)),
        new Tolerance.Trained(NEAR * Math.max(1, exact), training.greatestGradient(), SETTLED));
  }
}
