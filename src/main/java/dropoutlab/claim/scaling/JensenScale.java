package dropoutlab.claim.scaling;

import dropoutlab.claim.Ask;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.math.Tensor;
import dropoutlab.theory.DroppedSum;
import java.util.Arrays;
import java.util.List;

/// What of the [JensenGap] is to be seen, and on what scale its question is answered.
final class JensenScale {
  private static final int PLACES = 160;
  private static final int RATES = 95;
  private static final double NEAR = 1e-6;
  private static final double FREE = .12;

  private JensenScale() {}

  /// Asks for a value between the least and the greatest that a mask gives, to a hundredth of what is between them.
  static Ask.Place ask(JensenSides of) {
    List<DroppedSum.Outcome> outcomes = of.law().outcomes(0);
    double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
    for (DroppedSum.Outcome each : outcomes) {
      least = Math.min(least, of.bend().of(each.z()));
      most = Math.max(most, of.bend().of(each.z()));
    }
    if (most - least < NEAR) return Ask.Place.one(least - 1, least + 1, .01);
    double step = StrictMath.pow(10, Math.rint(StrictMath.log10(most - least)) - 2), ten = 10 * step;
    return Ask.Place.one(ten * Math.floor(least / ten), ten * Math.ceil(most / ten), step);
  }

  static ScalingPicture.JensenGap picture(JensenSides of, Tensor z, double drawn) {
    List<DroppedSum.Outcome> outcomes = of.law().outcomes(NEAR * Math.max(1, Math.sqrt(of.law().variance())));
    double[] shares = shares(outcomes, z);
    Ask.Place asked = ask(of);
    Matrix seen = Matrix.generate(outcomes.size(), 4, (i, column) -> switch (column) {
      case 0 -> outcomes.get(i).z();
      case 1 -> of.bend().of(outcomes.get(i).z());
      case 2 -> outcomes.get(i).probability();
      default -> shares[i];
    });
    return new ScalingPicture.JensenGap(of.bend().title(), of.inverted(), of.p(), of.inverted() ? 1 / (1 - of.p()) : 1,
        of.w(), of.x(), seen, curve(of.bend(), outcomes.getFirst().z(), outcomes.getLast().z()), of.law().mean(),
        of.ofMean(), of.mean(), of.engineOfMean(), drawn, z.rows(),
        Matrix.generate(RATES + 1, 3, (i, column) -> column == 0 ? i / 100.0 : exact(of.at(i / 100.0, column == 1))),
        Matrix.generate(9, 3, (i, column) -> column == 0 ? (i + 1) / 10.0 : engine(of.at((i + 1) / 10.0, column == 1))),
        asked.least(), asked.most(), asked.step());
  }

  private static double exact(JensenSides at) { return at.mean() - at.ofMean(); }

  private static double engine(JensenSides at) { return at.engineMean() - at.engineOfMean(); }

  /// Returns how often the passes gave each outcome.
  private static double[] shares(List<DroppedSum.Outcome> outcomes, Tensor z) {
    double[] ends = new double[outcomes.size() - 1];
    for (int i = 0; i < ends.length; i++) ends[i] = (outcomes.get(i).z() + outcomes.get(i + 1).z()) / 2;
    double[] shares = new double[outcomes.size()];
    for (int pass = 0; pass < z.rows(); pass++) {
      int end = Arrays.binarySearch(ends, z.data()[pass]);
      shares[end < 0 ? -end - 1 : end]++;
    }
    for (int i = 0; i < shares.length; i++) shares[i] /= z.rows();
    return shares;
  }

  private static Matrix curve(Bend bend, double least, double most) {
    double room = Math.max(1, FREE * (most - least)), from = least - room,
        step = (most - least + 2 * room) / (PLACES - 1);
    return Matrix.generate(2, PLACES, (row, i) -> row == 0 ? from + i * step : bend.of(from + i * step));
  }
}
