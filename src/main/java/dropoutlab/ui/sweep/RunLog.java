package dropoutlab.ui.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.words.Durations;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that is known of one run, a line each.
final class RunLog {
  private static final int SHOWN_OF_HASH = 16;

  private RunLog() {}

  static String of(Reading reading, int point, int seed) {
    Cell cell = reading.table().value(point, seed);
    List<String> lines = new ArrayList<>();
    lines.add(Words.of("sweepview.log.run", cell.run().toString(), Words.name("sweepview.cell", cell.state())));
    if (cell.task() >= 0) lines.add(Words.of("sweepview.log.task", cell.task()));
    if (!cell.cause().isEmpty()) lines.add(cell.cause());
    cell.outcome().ifPresent(outcome -> add(lines, outcome));
    cell.repeat().ifPresent(repeat -> {
      lines.add("");
      lines.add(Words.of(cell.contradicted() ? "sweepview.log.differs" : "sweepview.log.equal"));
      add(lines, repeat);
    });
    lines.add("");
    lines.add(Words.of("sweepview.log.settings"));
    reading.sweep().at(point).forEach(value -> lines.addAll(value.set()));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, Outcome of) {
    lines.add(Words.of("sweepview.log.end", of.epoch(), Durations.of(of.seconds()), of.node()));
    of.measures().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(each -> lines.add(Words.of("sweepview.log.measure", Words.name("sweepview.measure_name",
            each.getKey()), Numbers.typed(each.getValue()))));
    if (!of.weights().isEmpty())
      lines.add(Words.of("sweepview.log.weights", of.weights().substring(0, Math.min(SHOWN_OF_HASH,
          of.weights().length()))));
  }
}
