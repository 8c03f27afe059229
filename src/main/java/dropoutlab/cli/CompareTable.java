package dropoutlab.cli;

import dropoutlab.data.Schema;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.variant.seeds.PairedDifference;
import dropoutlab.predict.variant.seeds.SeedTable.Difference;
import dropoutlab.predict.variant.seeds.SeedTable.Row;
import dropoutlab.predict.variant.seeds.SeedWords;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/// A comparison over seeds as a table: a line for each network, then one for each two networks.
final class CompareTable {
  private static final String ROW = "%-6s%-26s%20s%20s   %s";
  private static final String PAIR = "%-10s%12s%26s   %-32s%s";

  private final PrintWriter out;
  private final Replicates found;
  private final SeedWords words;

  CompareTable(PrintWriter out, Replicates found, Experiment experiment, Schema schema) {
    this.out = out;
    this.found = found;
    words = SeedWords.of(found, experiment, schema);
  }

  void print(String title, int asked) {
    int finished = found.all().size();
    if (finished < asked) out.println(Words.of("compare.stopped", finished, asked));
    out.println();
    out.println(Words.count("compare.table.seeds", finished, title, found.all().getFirst().seed(),
        found.all().getLast().seed()));
    out.println();
    printNetworks();
    if (words.table().differences().isEmpty()) return;
    printPairs(Words.of("compare.table.loss"), Difference::loss, words::lossDifference);
    printPairs(Words.of("compare.table.error", words.errorTitle()), Difference::error, words::errorDifference);
    out.flush();
  }

  private void printNetworks() {
    line(ROW, "", "", SeedWords.lossTitle(), words.errorTitle(), "");
    for (int i = 0; i < words.table().rows().size(); i++) {
      Row row = words.table().rows().get(i);
      line(ROW, SeedWords.letter(row.role()), words.name(row.role()), words.losses().get(i).together(),
          words.errors().get(i).together(), SeedWords.failed(row));
    }
  }

  private void printPairs(String title, Function<Difference, PairedDifference> measure,
                          Function<Difference, List<String>> numbers) {
    out.println();
    out.println(title);
    for (Difference each : words.table().differences()) {
      PairedDifference of = measure.apply(each);
      List<String> shown = numbers.apply(each);
      line(PAIR, SeedWords.title(each.pair()), shown.getFirst(), of.n() < 2 ? Words.of("compare.table.no_interval")
          : Words.of("compare.table.interval", shown.get(1), shown.get(2)), SeedWords.lowerOn(of),
          SeedWords.verdict(each.pair(), of));
    }
  }

  private void line(String columns, Object... cells) { out.println(columns.formatted(cells).stripTrailing()); }
}
