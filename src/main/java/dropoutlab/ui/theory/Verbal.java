package dropoutlab.ui.theory;

import dropoutlab.claim.Ask;
import dropoutlab.frame.bench.Findings;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/// What is said of a guess: how it is made, what it was, what is true, and how far apart the two are.
record Verbal(BenchState at) {
  private static final int FEW = 5;

  /// How the question is answered.
  String how() {
    long placed = at.guess().stream().filter(value -> !value.isNaN()).count();
    int all = at.guess().size();
    return switch (at.ask()) {
      case Ask.Choose _ -> Words.of("theory.how.choose");
      case Ask.Place place when place.numbers() == 1 -> Words.of("theory.how.place");
      case Ask.Place _ -> Words.of("theory.how.bars", placed, all);
      case Ask.Draw _ -> Words.of("theory.how.draw", placed, all);
    };
  }

  /// A guess while it is made; after the reveal also the truth.
  String told() {
    boolean guessed = !at.guessIsEmpty();
    if (at.asks()) return guessed && isOneNumber() ? Words.of("theory.told.guess", number(at.guess().getFirst())) : "";
    Findings findings = at.findings().orElse(null);
    if (findings == null) return "";
    return switch (at.ask()) {
      // The options themselves say which is true, and which was chosen.
      case Ask.Choose _ -> "";
      case Ask.Place _, Ask.Draw _ -> guessed ? distance(findings) : all(findings.answer()).isEmpty() ? ""
          : Words.of("theory.told.truth", all(findings.answer()));
    };
  }

  private boolean isOneNumber() { return at.guess().size() == 1 && !(at.ask() instanceof Ask.Choose); }

  private String distance(Findings findings) {
    String away = size(away(findings.answers(), at.guess()));
    if (at.guess().size() > FEW)
      return findings.answers().size() > 1 ? Words.of("theory.told.away.seeds", away, findings.answers().size())
          : Words.of("theory.told.away", away);
    return Words.of("theory.told.both", all(at.guess()), all(findings.answer()), away);
  }

  /// The mean distance of a guess from the truth, over all its numbers and all seeds.
  static double away(List<List<Double>> answers, List<Double> guess) {
    double sum = 0;
    int many = 0;
    for (List<Double> answer : answers)
      for (int i = 0; i < guess.size(); i++) {
        if (guess.get(i).isNaN()) continue;
        sum += Math.abs(guess.get(i) - answer.get(i));
        many++;
      }
    return sum / many;
  }

  private String all(List<Double> numbers) {
    return numbers.size() > FEW ? "" : numbers.stream().map(this::number).collect(Collectors.joining(" "));
  }

  private boolean percent() {
    return switch (at.ask()) {
      case Ask.Place place -> place.percent();
      case Ask.Draw draw -> draw.percent();
      case Ask.Choose _ -> false;
    };
  }

  private String number(double value) {
    if (Double.isNaN(value)) return Words.of("theory.told.nothing");
    return percent() ? Shown.percent(value, Math.abs(value) < .1 ? 1 : 0) : Numbers.brief(value);
  }

  private String size(double distance) {
    return percent() ? Words.of("theory.told.points", Numbers.fixed(100 * distance, 1)) : Numbers.brief(distance);
  }
}
