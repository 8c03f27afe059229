package dropoutlab.frame.bench;

import java.util.List;

/// What a bench found under one setting.
///
/// @param question   what a person is asked before the claim is shown
/// @param conditions under which the claim holds, in one line
/// @param rows       what was computed both ways, at most five; the first is the headline
/// @param answers    what the question asks for: as many numbers as the bench's ask wants; one list for each seed against
///                   which a guess is measured, the one that is shown first
/// @param picture    what is to be drawn
public record Findings(String question, String conditions, List<Comparison> rows, List<List<Double>> answers,
                       Picture picture) {
  public static final int MOST_ROWS = 5;

  public Findings {
    rows = List.copyOf(rows);
    answers = answers.stream().map(List::copyOf).toList();
    if (rows.isEmpty() || rows.size() > MOST_ROWS || answers.isEmpty())
      throw new IllegalArgumentException(rows.size() + " rows and " + answers.size() + " answers");
  }

  public Comparison headline() { return rows.getFirst(); }

  public List<Double> answer() { return answers.getFirst(); }
}
