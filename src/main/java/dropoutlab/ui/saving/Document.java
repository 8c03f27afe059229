package dropoutlab.ui.saving;

import dropoutlab.data.DataSet;
import dropoutlab.export.picture.Format;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.Rerun;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.store.RunFile;
import dropoutlab.export.store.SavedRun;
import dropoutlab.export.store.View;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Goal;
import dropoutlab.run.Saved;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Opening;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// The run that the window shows, as a file: saved, opened, and told when it holds work that no file has. Lives on the FX
/// thread; files are read and written beside it.
///
/// Work is what a person did: settings, drop rates and pins that differ from what was opened or saved, and training beyond
/// what the run's own file holds. A preset that merely trains is not work, because one click brings it back.
public final class Document {
  private final LabModel model;
  private final SettingsStore settings;
  private final Stagehand window;
  private final WorkBar work;
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(Words.of("shell.product"));
  /// By the number of the opening: undo may come back to any of them.
  private final Map<Integer, Held> held = new HashMap<>();

  public Document(LabModel model, SettingsStore settings, Stagehand window, WorkBar work) {
    this.model = model;
    this.settings = settings;
    this.window = window;
    this.work = work;
  }

  public Subscription bind() {
    return Subscription.combine(model.editor().opening().subscribe(this::opened), model.experiment().subscribe(_ -> look()),
        model.pump().onFrame(4, _ -> look()));
  }

  public ReadOnlyBooleanProperty unsaved() { return unsaved.getReadOnlyProperty(); }

  /// What the title bar says: a dot before it tells of unsaved work.
  public ReadOnlyStringProperty title() { return title.getReadOnlyProperty(); }

  /// The file of the run; empty before it was saved.
  public Optional<Path> file() { return Optional.ofNullable(now()).map(Held::file); }

  private Held now() {
    Opening opening = model.editor().opening().get();
    return opening == null ? null : held.get(opening.number());
  }

  /// Another experiment was opened: it has no file until one is named.
  private void opened(Opening next) {
    if (next == null) return;
    held.computeIfAbsent(next.number(), _ -> Held.opened(next.experiment()));
    look();
  }

  private void look() {
    Experiment now = model.experiment().get();
    Held known = now();
    if (now == null || known == null) return;
    unsaved.set(!known.holds(now, model.run().present().orElse(null)));
    String name = file().map(file -> file.getFileName().toString()).orElse(now.title());
    title.set(Words.of(unsaved.get() ? "saving.title.unsaved" : "saving.title", name));
  }

  /// What the run is called where a sentence is made of it.
  public String name() {
    return file().map(file -> file.getFileName().toString()).orElseGet(() -> model.experiment().get().title());
  }

  /// The name under which the run is offered to be saved, without its ending.
  public String proposedName() {
    if (file().isPresent()) return name().substring(0, name().length() - RunFile.ENDING.length());
    String name = model.experiment().get().title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "run" : name;
  }

  /// Saves the run as it stands; `then` is run once it is on the disk.
  public void save(Path to, Runnable then) {
    Path place = Endings.with(RunFile.ENDING, to).toAbsolutePath();
    View view = window.view();
    Experiment set = model.experiment().get();
    int opening = model.editor().opening().get().number();
    work.begin(Words.of("saving.saves", place.getFileName()), model.run().save().thenApplyAsync(saved -> written(saved, view, place)), saved -> {
      held.put(opening, Held.in(place, set, saved.experiment(), saved.progress().step()));
      remember(place);
      look();
      window.tell(Words.of("saving.saved", place.getFileName(), place.getParent()));
      then.run();
    }, model.editor()::report);
  }

  private static Saved written(Saved saved, View view, Path place) {
    try {
      RunFile.write(place, SavedRun.of(saved.frame(), saved.checkpoint(), view));
      return saved;
    } catch (IOException e) {
      throw new CompletionException(new ExperimentException(Words.of("saving.failed", place, Endings.why(e)), e));
    }
  }

  private void remember(Path place) {
    settings.change(s -> s.opened(place.toString()).withLastFolder(Optional.of(place.getParent().toString())));
  }

  /// Whether a file is, by its name, a saved run or a picture of this program, which are opened here.
  public static boolean opens(Path file) { return Endings.has(RunFile.ENDING, file) || isPicture(file); }

  private static boolean isPicture(Path file) {
    return Format.of(file).filter(format -> format != Format.CSV && format != Format.FRAMES).isPresent();
  }

  /// Opens a saved run, or the run of a picture.
  public void open(Path from) {
    Path file = from.toAbsolutePath();
    work.begin(Words.of("saving.opens", file.getFileName()), watch -> read(file, watch), opened -> show(opened,
        isPicture(file) ? Held::opened : settings -> Held.in(file, settings, opened.saved, opened.checkpoint.step()), () -> remember(file)), model.editor()::report);
  }

  private Opened read(Path file, ProgressMonitor watch) {
    if (Files.notExists(file)) {
      Platform.runLater(() -> settings.change(s -> s.without(file.toString())));
      throw new ExperimentException(Words.of("saving.gone", file));
    }
    return isPicture(file) ? pictured(file, watch) : read(RunFile.read(file), watch);
  }

  /// Goes on with a run that a window left behind.
  void recover(Function<ProgressMonitor, SavedRun> left, Runnable then) {
    work.begin(Words.of("saving.recovers"), watch -> read(left.apply(watch), watch),
        opened -> show(opened, settings -> Held.recovered(settings, opened.saved), then), model.editor()::report);
  }

  /// @param saved null for a picture of a bench, which is of no run; then the others are null as well
  private record Opened(Experiment saved, DataSet data, Checkpoint checkpoint, View view) {}

  private Opened read(SavedRun run, ProgressMonitor watch) {
    DataSet data = model.dataOf(run.experiment());
    try (Rerun rerun = new Rerun(run.experiment(), data, run.checkpoint().map(Goal::without))) {
      rerun.to(new Subject.Moment(run.step(), run.phase(), run.view().past()), watch);
      Checkpoint now = rerun.checkpoint();
      return new Opened(run.experiment(), data, run.checkpoint().map(saved -> Goal.kept(saved, now)).orElse(now), run.view());
    }
  }

  private Opened pictured(Path from, ProgressMonitor watch) {
    Recipe recipe = RecipeFiles.read(from);
    View view = Whereabouts.of(recipe.subject());
    return switch (recipe.subject()) {
      case Subject.OfBench _, Subject.OfSweep _ -> new Opened(null, null, null, view);
      case Subject.OfRun run -> read(taken(run.experiment(), run.moment(), view), watch);
      case Subject.OfWindow seen -> read(taken(seen.experiment(), seen.moment(), view), watch);
    };
  }

  private static SavedRun taken(Experiment experiment, Subject.Moment moment, View view) {
    return new SavedRun(experiment, moment.step(), moment.phase(), SavedRun.State.PAUSED, Optional.empty(), "", view);
  }

  /// @param holds what is kept of it, by the settings that are in force
  private void show(Opened opened, Function<Experiment, Held> holds, Runnable then) {
    if (opened.saved != null) {
      model.open(opened.saved, opened.data, opened.checkpoint, opened.view.past());
      held.put(model.editor().opening().get().number(), holds.apply(model.experiment().get()));
      look();
    }
    window.show(opened.view);
    then.run();
  }
}
