package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The whole training of a [LinearNetwork], from which the network of any step can be had: weights are kept at the
/// start of every block of steps, and from there the same steps are taken again.
final class Descent {
  private static final int BLOCK = 100;
  /// A place of the trail is so many times as far from the start as the one before.
  private static final double APART = 1.06;

  private final LinearNetwork.Setup setup;
  private final List<float[]> starts = new ArrayList<>();
  private final List<double[]> trail = new ArrayList<>();

  private Descent(LinearNetwork.Setup setup) { this.setup = setup; }

  /// Trains for so many steps.
  ///
  /// @param from,to what of all work this is, from 0 to 1
  static Descent of(LinearNetwork.Setup setup, int steps, ProgressMonitor watch, double from, double to) {
    Descent descent = new Descent(setup);
    LinearNetwork network = new LinearNetwork(setup);
    for (int step = 0, next = 1; step < steps; step++) {
      if (step == next) next = descent.record(step, network);
      if (step % BLOCK == 0) {
        Bench.check(watch);
        watch.done(from + (to - from) * step / steps);
        descent.starts.add(network.weights());
        network.begin(step / BLOCK);
      }
      network.step();
    }
    descent.record(steps, network);
    descent.starts.add(network.weights());
    descent.trail.removeIf(row -> !Arrays.stream(row).allMatch(Double::isFinite));
    return descent;
  }

  private int record(int step, LinearNetwork network) {
    double[] loads = network.loads(), row = new double[loads.length + 1];
    row[0] = step;
    System.arraycopy(loads, 0, row, 1, loads.length);
    trail.add(row);
    return Math.max(step + 1, (int) (step * APART));
  }

  /// Returns the network after so many steps. Throws an [IllegalArgumentException] where its weights grew without end.
  LinearNetwork after(int steps) {
    LinearNetwork network = new LinearNetwork(setup);
    int block = Math.min(steps / BLOCK, starts.size() - 1);
    network.load(starts.get(block));
    network.begin(block);
    for (int step = block * BLOCK; step < steps; step++) network.step();
    if (!Arrays.stream(network.loads()).allMatch(Double::isFinite))
      throw new IllegalArgumentException(Words.of("claimregulariser.level.runaway", Shown.dropRate(setup.p())));
    return network;
  }

  /// The loads of all units on the way: (step, loads), from the start to a step, as far as they are finite.
  Matrix trail(int to) {
    List<double[]> rows = trail.stream().filter(row -> row[0] <= to).toList();
    return Matrix.generate(rows.size(), rows.getFirst().length, (r, c) -> rows.get(r)[c]);
  }
}
