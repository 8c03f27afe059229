package dropoutlab.figure.theory;

import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/// Phrases that the words of several benches have in common.
public final class Telling {
  private Telling() {}

  /// A cell of a table that tells the answer: empty while it is hidden.
  public static Double asked(Showing showing, double value) { return showing.hidden() ? null : (Double) value; }

  /// How far the engine is from what is exact: "no gap" or "a gap of 2e−8".
  public static String gap(double exact, double engine) {
    double gap = Math.abs(engine - exact);
    return gap == 0 ? Words.of("toldtheory.gap.none") : Words.of("toldtheory.gap.some", Numbers.brief(gap));
  }

  /// Whether a number is more or less than another, by how much: "0.05 more than masks off", "the same as masks off".
  ///
  /// @param what the other number, with its article
  public static String than(double value, double other, String what) {
    double more = value - other;
    if (more == 0) return Words.of("toldtheory.than.same", what);
    return Words.of(more > 0 ? "toldtheory.than.more" : "toldtheory.than.less", Numbers.reading(Math.abs(more)), what);
  }

  /// The same of two shares, in percentage points.
  public static String points(double share, double other, String what) {
    double more = 100 * (share - other);
    if (more == 0) return Words.of("toldtheory.than.same", what);
    return Words.of(more > 0 ? "toldtheory.points.more" : "toldtheory.points.less", Numbers.reading(Math.abs(more)),
        what);
  }

  /// From the least of some numbers to the greatest: "0.2 to 0.5", or "0.3" where all are read alike.
  public static String range(List<Double> values) {
    double least = values.stream().mapToDouble(v -> v).min().orElse(0), most = values.stream().mapToDouble(v ->
        v).max().orElse(0);
    String from = Numbers.reading(least), to = Numbers.reading(most);
    return from.equals(to) ? from : Words.of("toldtheory.range", from, to);
  }

  public static String list(List<Double> values) { return Words.list(values.stream().map(Numbers::brief).toList()); }

  /// What is left out while the answer is hidden, and the guess of one number.
  ///
  /// @param truth what was asked for
  public static String guess(Showing showing, double truth) {
    double guess = showing.guessed(0);
    if (showing.hidden())
      return Double.isNaN(guess) ? Words.of("toldtheory.hidden") : Words.of("toldtheory.hidden.guess",
      Numbers.brief(guess));
    if (Double.isNaN(guess)) return "";
    return Words.of("toldtheory.guess", Numbers.brief(guess), than(guess, truth, Words.of("toldtheory.truth")));
  }

  /// The same of several numbers; those that are not placed are a dash.
  public static String guesses(Showing showing, List<Double> truth) {
    List<Double> guess = showing.guess();
    if (guess.stream().allMatch(value -> value.isNaN())) return showing.hidden() ? Words.of("toldtheory.hidden") : "";
    String told = guess.stream().map(Numbers::brief).collect(Collectors.joining(Words.of("words.list.comma")));
    if (showing.hidden()) return Words.of("toldtheory.hidden.guesses", told);
    double sum = 0;
    int placed = 0;
    for (int i = 0; i < Math.min(guess.size(), truth.size()); i++) {
      if (guess.get(i).isNaN()) continue;
      sum += Math.abs(guess.get(i) - truth.get(i));
      placed++;
    }
    return Words.of("toldtheory.guesses", told, Numbers.reading(sum / placed));
  }

  /// The same of a choice, whose options are numbered from 1 as they are asked.
  public static String choice(Showing showing) {
    double option = showing.guessed(0);
    if (Double.isNaN(option)) return showing.hidden() ? Words.of("toldtheory.hidden") : "";
    int number = 1 + (int) option;
    return showing.hidden() ? Words.of("toldtheory.hidden.choice", number) : Words.of("toldtheory.choice", number);
  }

  /// A share as people read it: two digits at least where it is small.
  public static String percent(double share) { return Shown.percent(share, Math.abs(share) < .1 ? 2 : 1); }

  /// [#guess] of one share, told in per cent.
  public static String guessedShare(Showing showing, double truth) {
    double guess = showing.guessed(0);
    if (showing.hidden())
      return Double.isNaN(guess) ? Words.of("toldtheory.hidden") : Words.of("toldtheory.hidden.guess",
      Shown.percent(guess));
    return Double.isNaN(guess) ? "" : Words.of("toldtheory.guess", Shown.percent(guess), points(guess, truth,
        Words.of("toldtheory.truth")));
  }

  /// A column of a table.
  public static double[] column(Matrix of, int column) {
    double[] values = new double[of.rows()];
    for (int i = 0; i < values.length; i++) values[i] = of.at(i, column);
    return values;
  }

  /// The numbers of a column in the rows of another table's places, which it holds too.
  public static double[] along(Matrix of, int column, Matrix places) {
    double[] values = new double[places.rows()];
    for (int i = 0; i < values.length; i++) values[i] = of.at(nearest(of, 0, places.at(i, 0)), column);
    return values;
  }

  /// The row whose number in a column is nearest to a value.
  public static int nearest(Matrix of, int column, double value) {
    int best = 0;
    for (int i = 1; i < of.rows(); i++)
      if (Math.abs(of.at(i, column) - value) < Math.abs(of.at(best, column) - value)) best = i;
    return best;
  }

  /// The row with the greatest number in a column.
  public static int greatest(Matrix of, int column) {
    int best = 0;
    for (int i = 1; i < of.rows(); i++) if (of.at(i, column) > of.at(best, column)) best = i;
    return best;
  }

  /// The row with the least number in a column.
  public static int least(Matrix of, int column) {
    int best = 0;
    for (int i = 1; i < of.rows(); i++) if (of.at(i, column) < of.at(best, column)) best = i;
    return best;
  }
}
