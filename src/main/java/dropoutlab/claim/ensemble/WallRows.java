package dropoutlab.claim.ensemble;

import dropoutlab.claim.Sampling;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What [ThinnedNetworks] compares at the cross.
record WallRows(WallSides of, int passes) {
  /// Of probabilities.
  private static final double ROUNDING = 1e-6;

  /// A logit has errors of some units of 2⁻²⁴ of what it is a sum of, and σ is at most a quarter as steep.
  private double rounding() { return Math.max(ROUNDING, SinglePrecision.UNIT * of.size()); }

  private Side all(double value) { return new Side(value, Words.of("claimensemble.wall.masks", Numbers.count(of.all()))); }

  private Side forced(double value) { return new Side(value, Words.of("claimensemble.wall.forced", Numbers.count(of.all()))); }

  private Side off(double value) { return new Side(value, Words.of("claimensemble.wall.off")); }

  private Side drawn(double value) { return new Side(value, Words.count("claimensemble.passes", passes)); }

  private Tolerance equal() { return new Tolerance.Rounding(rounding()); }

  List<Comparison> rows() {
    List<Comparison> rows = new ArrayList<>();
    rows.add(of.every() ? geometricLess() : Comparison.of(Words.of("claimensemble.wall.geometric"),
        all(of.exact().geometric()), off(of.off()), equal()));
    rows.add(Comparison.of(Words.of("claimensemble.wall.average"), all(of.exact().mean()), forced(of.average()), equal()).hidden());
    rows.add(mean(Words.of("claimensemble.wall.mean", passes)).hidden());
    rows.add(less(of.exact().mean(), of.average(), Words.of("claimensemble.wall.less")).hidden());
    return rows;
  }

  private Comparison geometricLess() {
    return less(of.exact().geometric(), of.geometric(), Words.of("claimensemble.wall.less_geometric"));
  }

  /// Masks off less a mean, on both sides.
  private Comparison less(double exact, double engine, String what) {
    double difference = of.exact().off() - exact;
    return Comparison.of(what, all(difference), forced(of.off() - engine),
        SinglePrecision.difference(difference, rounding()));
  }

  private Comparison mean(String what) {
    return Comparison.of(what, all(of.exact().mean()), drawn(of.mean()), Sampling.tolerance(se(), rounding()));
  }

  /// Known from all masks.
  private double se() { return Math.sqrt(of.exact().variance() / passes); }

  /// Where the engine's two meet the two exact means. The passes are apart from the geometric mean by as much as the two
  /// means are, unless that could hide in the noise.
  List<Comparison> gaps() {
    String none = "";
    double noise = Math.max(rounding(), Tolerance.Noise.SES * se()), apart = of.exact().mean() - of.exact().geometric();
    Comparison geometric = of.every() ? geometricLess()
        : Comparison.of(none, all(of.exact().geometric()), off(of.off()), equal());
    Comparison drawn = Math.abs(apart) > noise
        ? Comparison.of(none, all(apart), drawn(of.mean() - of.exact().geometric()), new Tolerance.Differs(noise))
        : Comparison.of(none, all(of.exact().geometric()), drawn(of.mean()), Sampling.tolerance(se() + Math.abs(apart) / Tolerance.Noise.SES, rounding()));
    return List.of(geometric, less(of.exact().mean(), of.average(), none), drawn, mean(none));
  }
}
