package dropoutlab.claim.scaling;

import dropoutlab.claim.DroppedUnit;
import dropoutlab.claim.EveryMask;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.theory.DroppedSum;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;

/// What both sides of the [JensenGap] say under one setting.
final class JensenSides {
  private static final int UNITS = 3;

  private final Bend bend;
  private final boolean inverted;
  private final double p;
  private final double[] w;
  private final double[] x;
  private final DroppedSum law;

  JensenSides(Settings settings) {
    this(Bend.values()[settings.count("function")], settings.is("scaling", "inverted"), settings.get("p"),
        settings.array("w"),
        settings.array("x"));
  }

  private JensenSides(Bend bend, boolean inverted, double p, double[] w, double[] x) {
    this.bend = bend;
    this.inverted = inverted;
    this.p = p;
    this.w = w;
    this.x = x;
    double[] terms = new double[UNITS];
    for (int i = 0; i < UNITS; i++) terms[i] = w[i] * x[i];
    law = inverted ? DroppedSum.inverted(terms, 0, p) : DroppedSum.standard(terms, 0, p);
  }

  /// Returns the engine's unit.
  DroppedUnit engine(long seed) {
    return new DroppedUnit(p, inverted, w, x, 0, RandomStream.of(seed, Purpose.MASKS));
  }

  /// The same with the other scaling.
  JensenSides rescaled() { return new JensenSides(bend, !inverted, p, w, x); }

  JensenSides at(double drop, boolean scaledUp) { return new JensenSides(bend, scaledUp, drop, w, x); }

  Bend bend() { return bend; }

  List<Double> w() { return Arrays.stream(w).boxed().toList(); }

  List<Double> x() { return Arrays.stream(x).boxed().toList(); }

  boolean inverted() { return inverted; }

  double p() { return p; }

  DroppedSum law() { return law; }

  String scaling() {
    return inverted ? Words.of("claimscaling.jensen.inverted") : Words.of("claimscaling.jensen.standard");
  }

  /// E f(z).
  double mean() { return law.mean(bend::of); }

  /// f(E z).
  double ofMean() { return bend.of(law.mean()); }

  double outputVariance() {
    double mean = mean();
    return law.mean(at -> (bend.of(at) - mean) * (bend.of(at) - mean));
  }

  /// The engine's mean over all masks, each forced.
  double engineMean() { return EveryMask.mean(engine(0).underEveryMask(bend::engineMean), UNITS, p); }

  double engineOfMean() { return bend.engineMean(engine(0).masksOff()); }

  double engineVariance() {
    double[] z = engine(0).underEveryMask(out -> out.data()[0]);
    double mean = EveryMask.mean(z, UNITS, p), sum = 0;
    for (int mask = 0; mask < z.length; mask++)
      sum += EveryMask.probability(mask, UNITS, p) * (z[mask] - mean) * (z[mask] - mean);
    return sum;
  }

  double errorOfMean() { return law.mean((at, size) -> bend.error(at, SinglePrecision.ofSum(UNITS, size))); }

  double errorOfMasksOff() {
    double size = 0;
    for (int i = 0; i < UNITS; i++) size += Math.abs(w[i] * x[i]) * (inverted ? 1 : 1 - p);
    return bend.error(law.mean(), SinglePrecision.ofSum(UNITS, size));
  }

  double errorOfVariance() {
    double mean = law.mean();
    return law.mean((at, size) -> 2 * (Math.abs(at - mean) + 1) * SinglePrecision.ofSum(UNITS, size));
  }
}
