package dropoutlab.export.recipe;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The way from a recipe to what it is the recipe of: a figure, a sheet, a film. All that does not fit is an
/// [ExperimentException] with one sentence, told before a long training where it can be known; what a monitor abandons
/// ends by a [java.util.concurrent.CancellationException].
public final class Redraw {
  private Redraw() {}

  /// The figure of a frame at hand; the moment of the subject is not looked at.
  public static Figure figure(Subject.OfRun subject, Frame frame, DataSet data, ProgressMonitor watch) {
    return figure(subject, frame, data, Path.of(""), watch);
  }

  /// @param base the folder from which relative paths of data start
  public static Figure figure(Subject.OfRun subject, Frame frame, DataSet data, Path base, ProgressMonitor watch) {
    FigureOptions options = options(subject, data);
    return figure(subject.figure(), options, new Painter(options, data, base, watch), frame, data);
  }

  static Figure figure(String name, FigureOptions options, Painter painter, Frame frame, DataSet data) {
    Frame seen = painter.seen(frame);
    return Workspace.named(name).filter(each -> each != Workspace.THEORY)
        .<Figure>map(workspace -> workspace.draw(painter, seen, data, options)).orElseGet(() ->
        painter.draw(kind(name), seen));
  }

  private static FigureKind kind(String name) {
    return FigureKind.named(name).orElseThrow(() -> new ExperimentException(Words.of("recipe.figure", name,
        Suggestion.among(name, names()))));
  }

  /// All that can be drawn: figures, workspaces, benches.
  public static List<String> names() {
    return Stream.of(Arrays.stream(FigureKind.values()).map(FigureKind::id), Workspace.ids().stream(), Benches.ids()
        .stream())
        .flatMap(names -> names).toList();
  }

  static FigureOptions options(Subject.OfRun subject, DataSet data) {
    try {
      FigureOptions options = FigureOptions.of(subject.options());
      options.require(data);
      return options;
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(e.getMessage(), e);
    }
  }

  /// What a bench finds, or one bench of each group ([Workspace#THEORY]).
  public static Figure figure(Subject.OfBench subject, ProgressMonitor watch) {
    if (subject.bench().equals(Workspace.THEORY.id())) return Workspace.theory(watch);
    Bench bench = Benches.named(subject.bench()).orElseThrow(() ->
        new ExperimentException(Words.of("recipe.bench", subject.bench(), Suggestion.among(subject.bench(),
            Benches.ids()))));
    try {
      return BenchFigures.of(bench.find(settings(bench, subject.changes()), watch).picture(), Showing.PRINT);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ExperimentException(Words.of("recipe.bench.failed", bench.id(), e.getMessage()), e);
    }
  }

  private static Settings settings(Bench bench, List<String> changes) {
    Settings settings = bench.defaults();
    for (String change : changes) settings = settings.with(change);
    return settings;
  }

  /// What can be said of a recipe before its run is trained.
  ///
  /// @param first a frame before the training
  public static void require(Recipe recipe, Frame first, DataSet data) {
    if (!(recipe.subject() instanceof Subject.OfRun run)) return;
    Painter painter = new Painter(options(run, data), data, Path.of(""), ProgressMonitor.NOBODY);
    Frame seen = painter.seen(first);
    if (Workspace.named(run.figure()).filter(each -> each != Workspace.THEORY).isEmpty())
        painter.require(kind(run.figure()), seen);
    recipe.animation().ifPresent(film -> Films.require(run, film, data));
  }

  /// The moment at which a run ends, unless it is stopped early.
  public static Moment end(Experiment experiment, DataSet data) {
    return new Moment(experiment.training().epochs() * Films.batches(experiment, data), Phase.UPDATE,
        OptionalInt.empty());
  }

  /// Why a figure cannot be drawn of a run; empty where it can.
  public static Optional<String> misfit(FigureKind kind, Subject.OfRun run, Frame frame, DataSet data) {
    return kind.misfit(new Painter(options(run, data), data, Path.of(""), ProgressMonitor.NOBODY).seen(frame), data);
  }

  /// The picture of a recipe, which trains to its moment first.
  ///
  /// @param base the folder from which relative paths of data start
  public static Sheet sheet(Recipe recipe, Path base, ProgressMonitor watch) {
    return switch (recipe.subject()) {
      case Subject.OfBench bench -> sheet(recipe, figure(bench, watch), Caption.of(bench));
      case Subject.OfSweep sweep -> throw new ExperimentException(Words.of("recipe.of_sweep", sweep.folder(), sweep.figure()));
      case Subject.OfWindow _ -> throw new ExperimentException(Words.of("recipe.window"));
      case Subject.OfRun run -> {
        DataSet data = StartedData.load(run.experiment(), base);
        try (Rerun rerun = new Rerun(run.experiment(), data)) {
          require(recipe, rerun.present(), data);
          rerun.to(run.moment(), Parts.first(watch));
          yield sheet(recipe, rerun, data, base, Parts.second(watch));
        }
      }
    };
  }

  /// The picture of a recipe of a run that is at hand.
  public static Sheet sheet(Recipe recipe, Moments moments, DataSet data, Path base, ProgressMonitor watch) {
    if (!(recipe.subject() instanceof Subject.OfRun run)) return sheet(recipe, base, watch);
    Frame frame = run.moment().past().isPresent() ? moments.past(run.moment().past().getAsInt()) : moments.present();
    return sheet(recipe, figure(run, frame, data, base, watch), Caption.of(run, data));
  }

  /// A figure that is drawn already, on the page of its recipe.
  public static Sheet sheet(Recipe recipe, Figure figure, String caption) {
    return new Sheet(figure, Board.page(figure, recipe.page()), recipe.caption() ? caption : "", RecipeText.write(recipe));
  }

  /// The film of a recipe; without an animation it is one still picture. Its sheets are made when they are asked for.
  public static Film film(Recipe recipe, Path base, ProgressMonitor watch) {
    if (recipe.animation().isEmpty() || !(recipe.subject() instanceof Subject.OfRun run)) {
      Films.requireMoving(recipe);
      Sheet still = sheet(recipe, base, watch);
      return Film.still(still);
    }
    DataSet data = StartedData.load(run.experiment(), base);
    try (Rerun rerun = new Rerun(run.experiment(), data)) {
      require(recipe, rerun.present(), data);
      rerun.to(run.moment(), Parts.first(watch));
      return film(recipe, rerun, data, base, Parts.second(watch));
    }
  }

  /// The film of a recipe of a run that is at hand.
  public static Film film(Recipe recipe, Moments moments, DataSet data, Path base, ProgressMonitor watch) {
    if (recipe.animation().isEmpty() || !(recipe.subject() instanceof Subject.OfRun)) {
      Films.requireMoving(recipe);
      Sheet still = sheet(recipe, moments, data, base, watch);
      return Film.still(still);
    }
    return new Films(recipe, moments, data, base, watch).film();
  }
}
