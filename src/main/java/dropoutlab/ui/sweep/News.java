package dropoutlab.ui.sweep;

import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A line above the finding: that a folder is only read, that something is wrong with what trains it, or what came in
/// while nobody looked.
final class News {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private News() {}

  static String of(SweepState state) {
    if (state.stage() != Stage.OPEN) return "";
    String problem = state.reading().flatMap(Reading::engine).map(now -> now.problem()).orElse("");
    if (!problem.isEmpty()) return problem;
    return switch (state.open().guard()) {
      case VERSION -> state.open().folder().refusal().orElse("");
      case ELSEWHERE -> Words.of("sweepview.news.elsewhere");
      case OWN -> state.cameIn() > 0 ? Words.count("sweepview.news.reopened", state.cameIn(),
          CLOCK.format(state.seenBefore().orElseThrow().at().atZone(ZoneId.systemDefault()))) : "";
    };
  }
}
