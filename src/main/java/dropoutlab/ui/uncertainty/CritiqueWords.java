package dropoutlab.ui.uncertainty;

import dropoutlab.frame.Critique.LearntRate;
import dropoutlab.frame.Critique.Row;
import dropoutlab.frame.Critique;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import java.util.List;

/// What is seen on the critics' bench, in two sentences made of its numbers: they say what came out, also where it is
/// not what the critics expect.
final class CritiqueWords {
  /// A change by less than this share is called none.
  private static final double STEADY = 0.25;

  private CritiqueWords() {}

  static String of(Critique critique) {
    return (spread(critique) + " " + learnt(critique.concrete())).strip();
  }

  private static String spread(Critique critique) {
    List<Row> rows = critique.linear();
    if (rows.size() < 2) return "";
    Row first = rows.getFirst();
    Row last = rows.getLast();
    return "From " + Numbers.count(first.examples()) + " to " + Numbers.count(last.examples())
        + " rows with p = " + Shown.rate(critique.p()) + ", the sd of the linear model's passes "
        + change(first.mcSd(), last.mcSd()) + network(critique.network()) + "; that of exact Bayes "
        + change(first.bayesSd(), last.bayesSd()) + ".";
  }

  private static String network(List<Row> rows) {
    return rows.size() < 2 ? "" : ", that of the network's " + change(rows.getFirst().mcSd(), rows.getLast().mcSd());
  }

  private static String learnt(List<LearntRate> rates) {
    if (rates.size() < 2) return "";
    LearntRate first = rates.getFirst();
    LearntRate last = rates.getLast();
    return "Where p is learnt (Concrete dropout), from " + Numbers.count(first.examples()) + " to "
        + Numbers.count(last.examples()) + " examples it " + change(mean(first.p()), mean(last.p())) + ".";
  }

  private static double mean(List<Double> p) {
    return p.stream().mapToDouble(rate -> rate).average().orElse(Double.NaN);
  }

  private static String change(double from, double to) {
    String verb = Math.abs(to - from) <= STEADY * from ? "stays" : to < from ? "falls" : "grows";
    return verb + " (" + Numbers.reading(from) + " to " + Numbers.reading(to) + ")";
  }
}
