package dropoutlab.card;

import java.util.List;
import java.util.stream.Collectors;

/// A paragraph of a card, in runs of one style each.
public record Prose(List<Run> runs) {
  public Prose { runs = List.copyOf(runs); }

  public enum Style { PLAIN, EMPHASIS, STRONG, CODE }

  public record Run(String text, Style style) {}

  /// Returns the words without their styles.
  public String text() { return runs.stream().map(Run::text).collect(Collectors.joining()); }
}
