package dropoutlab.ui.uncertainty;

import dropoutlab.frame.Critique.LearntRate;
import dropoutlab.frame.Critique.Row;
import dropoutlab.frame.Critique;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What is seen on the critics' bench, in two sentences made of its numbers: they say what came out, also where it is
/// not what the critics expect.
final class CritiqueWords {
  /// A change by less than this share is called none.
  private static final double STEADY = 0.25;

  private CritiqueWords() {}

  static String of(Critique critique) {
    String spread = spread(critique), learnt = learnt(critique.concrete());
    if (spread.isEmpty() || learnt.isEmpty()) return spread + learnt;
    return Words.of("uncertainty.critique.both", spread, learnt);
  }

  private static String spread(Critique critique) {
    List<Row> rows = critique.linear();
    if (rows.size() < 2) return "";
    Row first = rows.getFirst();
    Row last = rows.getLast();
    String from = Numbers.count(first.examples()), to = Numbers.count(last.examples()), p = Shown.rate(critique.p());
    String linear = change(first.mcSd(), last.mcSd()), bayes = change(first.bayesSd(), last.bayesSd());
    List<Row> network = critique.network();
    return network.size() < 2 ? Words.of("uncertainty.critique.spread", from, to, p, linear, bayes)
        : Words.of("uncertainty.critique.spread.network", from, to, p, linear, bayes,
            change(network.getFirst().mcSd(), network.getLast().mcSd()));
  }

  private static String learnt(List<LearntRate> rates) {
    if (rates.size() < 2) return "";
    LearntRate first = rates.getFirst();
    LearntRate last = rates.getLast();
    return Words.of("uncertainty.critique.learnt", Numbers.count(first.examples()), Numbers.count(last.examples()),
        change(mean(first.p()), mean(last.p())));
  }

  private static double mean(List<Double> p) {
    return p.stream().mapToDouble(rate -> rate).average().orElse(Double.NaN);
  }

  private static String change(double from, double to) {
    return Words.of(Math.abs(to - from) <= STEADY * from ? "uncertainty.critique.stays"
        : to < from ? "uncertainty.critique.falls" : "uncertainty.critique.grows",
        Numbers.reading(from), Numbers.reading(to));
  }
}
