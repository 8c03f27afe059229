package dropoutlab.cli;

import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.export.recipe.Caption;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.RecipeText;
import dropoutlab.export.recipe.RenderLine;
import dropoutlab.export.recipe.Subject;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells what a picture of this program was made of.
@Command(name = "recipe", mixinStandardHelpOptions = true)
final class RecipeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PICTURE", descriptionKey = "PICTURE")
  private Path file;

  @Option(names = "--json")
  private boolean json;

  @Override public Integer call() {
    Recipe recipe = RecipeFiles.read(file);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(StrictJson.text(StrictJson.parse(RecipeText.write(recipe), file.toString())));
      return DropoutLab.DONE;
    }
    Optional<DataSet> data = data(recipe.subject());
    out.println(Caption.of(recipe.subject(), data.orElse(null)));
    RenderLine line = RenderLine.of(recipe, data, List.of(file));
    if (line.words().isEmpty()) out.println(Words.of("cli.recipe.window"));
    else out.println(line.text());
    line.experiment().ifPresent(name -> out.println(Words.of("cli.recipe.experiment", name, file)));
    return DropoutLab.DONE;
  }

  /// The data, where they are still where they were: without them less is told.
  private static Optional<DataSet> data(Subject subject) {
    Optional<Experiment> experiment = switch (subject) {
      case Subject.OfRun run -> Optional.of(run.experiment());
      case Subject.OfWindow window -> Optional.of(window.experiment());
      case Subject.OfBench _, Subject.OfSweep _ -> Optional.empty();
    };
    try {
      return experiment.map(each -> StartedData.load(each, Path.of("")));
    } catch (DataException | ExperimentException e) {
      return Optional.empty();
    }
  }
}
