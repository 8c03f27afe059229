package dropoutlab.theory;

import dropoutlab.data.Examples;
import org.apache.commons.math3.util.CombinatoricsUtils;

/// How many answers are wrong for every way to take units of a network's last hidden layer away: 2ⁿ sets S of n units,
/// with e(S) the share of wrong answers. Of k units there are C(n, k) ways.
///
/// A set is a number whose bit u is set for a unit u that is gone.
public final class TakenAway {
  private final int units;
  private final int examples;
  private final int[] wrong;
  private final int[] undecided;

  private TakenAway(int units, int examples, int[] wrong, int[] undecided) {
    this.units = units;
    this.examples = examples;
    this.wrong = wrong;
    this.undecided = undecided;
  }

  /// Takes over what was counted for each set.
  public static TakenAway counted(int units, int examples, int[] wrong) {
    return new TakenAway(units, examples, wrong.clone(), new int[wrong.length]);
  }

  /// Counts in double precision. An answer that single precision might change is undecided.
  ///
  /// @param each is called after every example
  public static TakenAway of(ExactNetwork network, Examples examples, Runnable each) {
    int sets = 1 << network.units();
    TakenAway counts = new TakenAway(network.units(), examples.size(), new int[sets], new int[sets]);
    double[] inputs = new double[examples.x().cols()];
    for (int i = 0; i < examples.size(); i++) {
      for (int c = 0; c < inputs.length; c++) inputs[c] = examples.x().at(i, c);
      ExactNetwork.Values hidden = network.hidden(inputs);
      for (int set = 0; set < sets; set++) counts.count(set, network.outputs(hidden, set), examples.label(i));
      each.run();
    }
    return counts;
  }

  private void count(int set, ExactNetwork.Values outputs, int label) {
    double[] o = outputs.values(), errors = outputs.errors();
    int best = 0;
    for (int c = 1; c < o.length; c++) if (o[c] > o[best]) best = c;
    int said = o.length == 1 ? o[0] > 0 ? 1 : 0 : best;
    if (said != label) wrong[set]++;
    boolean near = o.length == 1 && Math.abs(o[0]) <= errors[0];
    for (int c = 0; c < o.length && o.length > 1; c++) near |= c != best && o[best] - o[c] <= errors[best] + errors[c];
    if (near) undecided[set]++;
  }

  public int units() { return units; }

  public long ways(int k) { return CombinatoricsUtils.binomialCoefficient(units, k); }

  /// The share of wrong answers without the units of a set.
  public double wrong(int set) { return (double) wrong[set] / examples; }

  /// The mean over all ways to take k units away.
  public double mean(int k) {
    long sum = 0;
    for (int set = 0; set < wrong.length; set++) if (Integer.bitCount(set) == k) sum += wrong[set];
    return sum / ((double) ways(k) * examples);
  }

  /// The share for the worst choice of k units.
  public double worst(int k) {
    int most = 0;
    for (int set = 0; set < wrong.length; set++) if (Integer.bitCount(set) == k) most = Math.max(most, wrong[set]);
    return (double) most / examples;
  }

  /// The share for the best choice of k units.
  public double best(int k) {
    int least = examples;
    for (int set = 0; set < wrong.length; set++) if (Integer.bitCount(set) == k) least = Math.min(least, wrong[set]);
    return (double) least / examples;
  }

  /// By how much rounding may change the mean over all ways at most.
  public double undecidedMean(int k) {
    long sum = 0;
    for (int set = 0; set < wrong.length; set++) if (Integer.bitCount(set) == k) sum += undecided[set];
    return sum / ((double) ways(k) * examples);
  }

  /// By how much rounding may change the share of one choice, and so that of the worst, at most.
  public double undecidedMost(int k) {
    int most = 0;
    for (int set = 0; set < wrong.length; set++) if (Integer.bitCount(set) == k) most = Math.max(most, undecided[set]);
    return (double) most / examples;
  }
}
