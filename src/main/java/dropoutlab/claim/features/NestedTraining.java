package dropoutlab.claim.features;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.theory.ExactNetwork;
import dropoutlab.theory.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The training of a nested autoencoder and of its twin, which always keeps all units, with what both had learnt on the
/// way.
///
/// @param components of the data
/// @param settled    below this gradient the rows have turned to their components, as far as [#COSINES] tells
/// @param trail      by steps: each of the first, then ever fewer
record NestedTraining(PrincipalComponents components, double settled, List<Moment> trail) {
  static final int STEPS = 5000;
  /// How far |cos| may be from 1.
  static final double COSINES = 1e-4;
  /// How much smaller the gradient must be than the estimate says at which it just tells.
  private static final double SAFE = .1;

  record Asked(long seed, int units, boolean halving, boolean digits) {}

  /// After so many steps.
  record Moment(int steps, Learnt nested, Learnt twin) {}

  /// @param decoder   (units x outputs)
  /// @param cosines   |cos| between decoder rows and components, (units x units)
  /// @param left      the engine's share of variance that the first 0, 1, 2, ... units leave
  /// @param exactLeft the same of these weights in double precision
  /// @param gradient  its largest entry
  record Learnt(Matrix decoder, Matrix cosines, List<Double> left, List<Double> exactLeft, double gradient) {
    /// The least |cos| of a decoder row and its component.
    double least() { return IntStream.range(0, cosines.rows()).mapToDouble(k -> cosines.at(k, k)).min().orElseThrow(); }
  }

  /// The last moment that is recorded up to so many steps.
  Moment at(int steps) {
    return trail.stream().filter(each -> each.steps <= steps).reduce((_, last) -> last).orElseThrow();
  }

  static NestedTraining of(Asked asked, ProgressMonitor watch) {
    Tensor x = asked.digits ? NestedData.digits(asked.seed) : NestedData.points(asked.units, asked.seed);
    PrincipalComponents components = PrincipalComponents.of(Matrix.copyOf(x.data(), x.rows(), x.cols()));
    double[] chances = chances(asked.units, asked.halving);
    PrefixAutoencoder nested = new PrefixAutoencoder(x, chances, asked.seed);
    double[] all = new double[asked.units];
    all[asked.units - 1] = 1;
    PrefixAutoencoder twin = new PrefixAutoencoder(x, all, asked.seed);
    List<Moment> trail = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      Bench.check(watch);
      double gradient = nested.gradient(), twinGradient = twin.gradient();
      if (step % every(step) == 0) {
        watch.done((double) step / STEPS);
        trail.add(new Moment(step, learnt(nested, x, components, gradient), learnt(twin, x, components, twinGradient)));
        // Looking made other passes.
        nested.gradient();
        twin.gradient();
      }
      nested.update(step);
      twin.update(step);
    }
    return new NestedTraining(components, settled(components, chances, x.cols()), List.copyOf(trail));
  }

  /// A row that is off by a small angle feels about P(b) 2/n (λ_b - λ_b+1) times that angle, spread over the n outputs.
  private static double settled(PrincipalComponents components, double[] chances, int outputs) {
    double flattest = Double.POSITIVE_INFINITY;
    for (int b = 1; b <= chances.length && b < outputs; b++)
      flattest = Math.min(flattest, chances[b - 1] * outputs * components.gap(b));
    return SAFE * Math.sqrt(2 * COSINES) * 2 / (outputs * Math.sqrt(outputs)) * flattest;
  }

  private static int every(int step) { return step < 20 ? 1 : step < 200 ? 10 : step < 1000 ? 50 : 100; }

  /// The probabilities of b = 1, 2, ...: all alike, or each half of the one before, with the rest on the last.
  private static double[] chances(int units, boolean halving) {
    return IntStream.range(0, units)
        .mapToDouble(b -> !halving ? 1.0 / units : Math.scalb(1.0, -Math.min(b + 1, units - 1))).toArray();
  }

  private static Learnt learnt(PrefixAutoencoder of, Tensor x, PrincipalComponents components, double gradient) {
    List<Double> left = IntStream.rangeClosed(0, of.units()).mapToObj(of::left).toList();
    Matrix decoder = of.decoder();
    return new Learnt(decoder, components.cosines(decoder), left, exactLeft(of.weights(), x), gradient);
  }

  private static List<Double> exactLeft(Weights weights, Tensor x) {
    ExactNetwork network = new ExactNetwork(weights, List.of(Activation.IDENTITY));
    double[] left = new double[network.units() + 1], row = new double[x.cols()];
    for (int r = 0; r < x.rows(); r++) {
      for (int c = 0; c < row.length; c++) row[c] = x.at(r, c);
      ExactNetwork.Values hidden = network.hidden(row);
      for (int b = 0; b < left.length; b++) {
        double[] out = network.outputs(hidden, (1 << network.units()) - (1 << b)).values();
        for (int c = 0; c < row.length; c++) left[b] += (out[c] - row[c]) * (out[c] - row[c]) / x.size();
      }
    }
    return IntStream.range(0, left.length).mapToObj(b -> left[b]).toList();
  }
}
