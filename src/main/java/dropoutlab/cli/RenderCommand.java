package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.export.picture.Format;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.PageWords;
import dropoutlab.export.recipe.Program;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.export.recipe.Workspace;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.DrawProgress;
import dropoutlab.cli.parts.Drawings;
import dropoutlab.cli.parts.ExperimentArguments;
import dropoutlab.cli.parts.PageArguments;
import dropoutlab.cli.parts.PictureOutputs;
import dropoutlab.cli.parts.Reports;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains without a window and draws figures into files, or draws a picture of this program again. Needs no display.
@Command(name = "render", mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
  private static final String ALL = "all";
  /// What a picture that is drawn again has in its recipe.
  private static final List<String> IN_RECIPE = List.of("--figures", "--set", "--epochs", "--target", "--labels",
      "--passes",
      "--example", "--network", "--seeds", "--log", "--probe", "--ensemble", "--step", "--past", "--animate");

  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;
  @Mixin private FigureArguments figure;
  @Mixin private MomentArguments moment;
  @Mixin private PageArguments page;
  @Mixin private FilmArguments film;
  @Mixin private PictureOutputs outputs;

  @Option(names = {"--figure", "--figures"}, descriptionKey = "figure", paramLabel = "NAME")
  private String name;

  @Override public Integer call() {
    Optional<Path> picture = arguments.picture();
    if (picture.isEmpty() && name == null) throw new CallerMistake(Words.of("cli.render.no_figure"));
    outputs.check(ALL.equals(name));
    picture.ifPresent(this::checkAgain);
    try (DrawProgress progress = new DrawProgress(Reports.onTerminal())) {
      Drawings drawings = new Drawings(outputs, progress, spec.commandLine().getOut());
      if (picture.isPresent()) again(RecipeFiles.read(picture.get()), drawings);
      else if (isBench()) bench(drawings);
      else run(drawings);
      drawings.finish();
    } catch (CancellationException e) {
      throw new CallerMistake(Words.of("cli.render.stopped"), e);
    }
    return DropoutLab.DONE;
  }

  private void checkAgain(Path picture) {
    for (String option : IN_RECIPE)
      if (spec.commandLine().getParseResult().hasMatchedOption(option))
        throw new CallerMistake(Words.of("cli.render.again", option, picture));
    outputs.requireOther(picture);
  }

  /// Draws a picture of this program once more; another page may be asked for.
  private void again(Recipe made, Drawings drawings) {
    Recipe recipe = made.with(r -> r.program(Program.version()).page(page.page(made.page())).caption(made.caption()
        || page.caption()));
    if (recipe.subject() instanceof Subject.OfRun run) drawings.draw(recipe, run, load(run.experiment()),
        Optional.of(run.moment()));
    else drawings.draw(recipe);
  }

  private DataSet load(Experiment experiment) { return StartedData.load(experiment, Path.of("")); }

  private boolean isBench() { return Benches.named(name).isPresent() || name.equals(Workspace.THEORY.id()); }

  private Recipe recipe(Subject subject) {
    return new Recipe(Program.version(), subject, page.page(PageWords.USUAL), page.caption(), film.animation());
  }

  /// Draws what a bench finds; `--set` changes its controls, and its seed.
  private void bench(Drawings drawings) {
    if (arguments.named()) throw new CallerMistake(Words.of("cli.render.bench", name));
    drawings.draw(recipe(new Subject.OfBench(name, arguments.changes())));
  }

  private void run(Drawings drawings) {
    requireKnown();
    Experiment experiment = arguments.experiment();
    Moment first = new Moment(0, Phase.UPDATE, moment.past());
    Subject.OfRun run = new Subject.OfRun(experiment, first, name, figure.options().typed());
    Recipe recipe = recipe(run);
    DataSet data = arguments.load(experiment);
    Optional<Moment> to = moment.moment();
    if (ALL.equals(name)) drawings.drawAll(recipe, run, data, to);
    else drawings.draw(recipe, run, data, to);
  }

  private void requireKnown() {
    if (!ALL.equals(name) && FigureKind.named(name).isEmpty() && Workspace.named(name).isEmpty())
      throw new CallerMistake(Words.of("cli.render.figure", name, Suggestion.among(name, Redraw.names())));
  }
}
