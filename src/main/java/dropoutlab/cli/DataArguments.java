package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.data.CsvFile;
import dropoutlab.data.IdxImages;
import dropoutlab.data.IdxNames;
import dropoutlab.data.NewRows;
import dropoutlab.data.WordIndices;
import dropoutlab.export.Model;
import dropoutlab.spec.CsvStyle;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.Spec;

/// The arguments for new data of a model, from a table or from images, for all commands that read such data.
final class DataArguments {
  @Spec(Target.MIXEE) private CommandSpec spec;

  @Option(names = "--labels", paramLabel = "FILE")
  private Path labels;

  @Option(names = "--delimiter", paramLabel = "D")
  private String delimiter;

  @Option(names = "--decimal", paramLabel = "S")
  private String decimal;

  @Option(names = "--encoding", paramLabel = "NAME")
  private String encoding;

  /// Returns the files that are read besides the data.
  Path[] files() { return labels == null ? new Path[0] : new Path[] {labels}; }

  /// Reads inputs only; `beside` names columns of a table whose text is returned.
  NewRows inputs(Path file, Model model, List<String> beside) {
    if (!IdxImages.is(file)) return checked(CsvFile.readInputs(file, model.schema(), style(), beside), model);
    if (!beside.isEmpty())
      throw new CallerMistake(Words.of("cli.columns.images", file));
    return IdxImages.read(file, null, model.schema());
  }

  /// Reads inputs and targets.
  NewRows examples(Path file, Model model) {
    if (!IdxImages.is(file)) return checked(CsvFile.readExamples(file, model.schema(), style()), model);
    Path found = labels != null ? labels : IdxNames.labelsOf(file)
        .orElseThrow(() -> new CallerMistake(Words.of("cli.labels.missing", file)));
    return IdxImages.read(file, found, model.schema());
  }

  private NewRows checked(NewRows rows, Model model) {
    for (String note : rows.notes()) spec.commandLine().getErr().println(Words.of("cli.note", note));
    model.network().words().ifPresent(words -> WordIndices.require(rows.x(), model.schema(), words.vocabulary()));
    return rows;
  }

  private CsvStyle style() {
    try {
      return new CsvStyle(delimiter, decimal, encoding, null, null);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake("--" + e.getMessage() + ".", e);
    }
  }
}
