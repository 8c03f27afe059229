package dropoutlab.cli;

import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSets;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.ReadyMade;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists what can be named on the command line.
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  enum What { PRESETS, FIGURES, BENCHES, DATASETS, SWEEPS }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "presets|figures|benches|datasets|sweeps", descriptionKey = "presets|figures|benches|datasets|sweeps")
  private What what;

  @Override public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    print(out, switch (what) {
      case PRESETS -> presets();
      case FIGURES -> Arrays.stream(FigureKind.values()).map(f -> List.of(f.id(), f.description())).toList();
      case BENCHES -> Benches.all().stream().map(bench -> List.of(bench.id(), bench.card().claim().text())).toList();
      case DATASETS -> DataSets.catalogue().stream().map(entry -> List.of(kebab(entry.name()), lower(entry.task()),
          entry.title(), entry.description())).toList();
      case SWEEPS -> ReadyMade.all().stream().map(sweep -> List.of(sweep.id(), sweep.title(), sweep.line())).toList();
    });
    return DropoutLab.DONE;
  }

  /// Each group under its title.
  private static List<List<String>> presets() {
    List<List<String>> rows = new ArrayList<>();
    Presets.groups().forEach((group, names) -> {
      rows.add(List.of(group.title()));
      for (String name : names) rows.add(List.of("  " + name, Presets.load(name).title()));
    });
    return rows;
  }

  private static String kebab(String name) { return name.toLowerCase(Locale.ROOT).replace('_', '-'); }

  private static String lower(Enum<?> value) { return value.name().toLowerCase(Locale.ROOT); }

  /// Columns aligned on the left, two spaces apart; a row of one cell alone is a heading, of any length.
  private static void print(PrintWriter out, List<List<String>> rows) {
    int[] widths = new int[rows.getLast().size()];
    for (List<String> row : rows)
      for (int c = 0; c < row.size() && row.size() > 1; c++) widths[c] = Math.max(widths[c], row.get(c).length());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++)
        line.append(row.get(c)).repeat(' ', Math.max(0, widths[c] + 2 - row.get(c).length()));
      out.println(line.toString().stripTrailing());
    }
  }
}
