package dropoutlab.cli;

import dropoutlab.data.DataSets;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.spec.Presets;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists what can be named on the command line.
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists presets, figures or data sets.")
final class ListCommand implements Callable<Integer> {
  enum What { PRESETS, FIGURES, DATASETS }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "presets|figures|datasets", description = "What to list.")
  private What what;

  @Override public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    print(out, switch (what) {
      case PRESETS -> Presets.names().stream().map(name -> List.of(name, Presets.load(name).title())).toList();
      case FIGURES -> Arrays.stream(FigureKind.values()).map(f -> List.of(f.id(), f.description())).toList();
      case DATASETS -> DataSets.catalogue().stream().map(entry -> List.of(kebab(entry.name()), lower(entry.task()),
          entry.title(), entry.description())).toList();
    });
    return DropoutLab.DONE;
  }

  private static String kebab(String name) { return name.toLowerCase(Locale.ROOT).replace('_', '-'); }

  private static String lower(Enum<?> value) { return value.name().toLowerCase(Locale.ROOT); }

  /// Columns aligned on the left, two spaces apart.
  private static void print(PrintWriter out, List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows)
      for (int c = 0; c < columns; c++) widths[c] = Math.max(widths[c], row.get(c).length());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) line.append(row.get(c)).repeat(' ', widths[c] + 2 - row.get(c).length());
      out.println(line.toString().stripTrailing());
    }
  }
}
