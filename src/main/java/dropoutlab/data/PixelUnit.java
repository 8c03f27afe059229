package dropoutlab.data;

import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Grey values come in two units, 0 to 1 and 0 to 255. A network that has learnt one of them sees nothing, or noise, in
/// the other.
final class PixelUnit {
  /// Fewer columns are probably not pixels.
  private static final int FEWEST = 4;
  private static final double MOST = 255;
  /// A picture in the unit 0 to 255 without any grey above this would be black.
  private static final double FAINT = 16;

  private PixelUnit() {}

  /// Returns what to say about new rows whose unit is not that of the training rows; empty if nothing suggests this.
  ///
  /// A value from 0 to 1 has a mean of at most 1 and a standard deviation of at most 1/2; a column with only one value
  /// has been given the standard deviation 1.
  ///
  /// @param rows in the user's unit; NaN where a value is missing
  static Optional<String> fault(Schema schema, List<double[]> rows) {
    Scaling learnt = schema.inputScaling();
    boolean numbers = schema.form().columns().stream().allMatch(InputForm.Column::takesNumbers);
    if (learnt.columns() < FEWEST || !numbers || areWords(learnt)) return Optional.empty();
    double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    for (double[] row : rows)
      for (double value : row) {
        if (Double.isNaN(value)) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
        whole &= value == Math.rint(value);
      }
    if (learntUpTo(learnt, 1) && least >= 0 && most > FAINT && most <= MOST && whole)
      return Optional.of(Words.of("data.pixels.to_255", (int) most));
    if (learntUpTo(learnt, MOST) && highest(learnt) > 1 && least >= 0 && most > 0 && most <= 1)
      return Optional.of(Words.of("data.pixels.to_1"));
    return Optional.empty();
  }

  /// Returns whether no column was standardised: then the inputs are word indices.
  private static boolean areWords(Scaling learnt) {
    return learnt.mean().stream().allMatch(mean -> mean == 0) && learnt.sd().stream().allMatch(sd -> sd == 1);
  }

  private static boolean learntUpTo(Scaling learnt, double most) {
    for (int c = 0; c < learnt.columns(); c++) {
      double mean = learnt.mean().get(c), sd = learnt.sd().get(c);
      if (mean < 0 || mean > most || sd > most / 2 + 1e-9 && sd != 1) return false;
    }
    return true;
  }

  private static double highest(Scaling learnt) {
    return learnt.mean().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
