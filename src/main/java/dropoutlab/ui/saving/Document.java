package dropoutlab.ui.saving;

import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.store.RunFile;
import dropoutlab.export.store.SavedRun;
import dropoutlab.export.store.View;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Saved;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Intervention;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private Experiment baseline;
  private List<Intervention> changes = List.of();
  private long savedStep;

  public Document(LabModel model, SettingsStore settings, Stagehand window, WorkBar work) {
    this.model = model;
    this.settings = settings;
    this.window = window;
    this.work = work;
  }

  public Subscription bind() {
    return Subscription.combine(model.editor().opened().subscribe(this::opened), model.experiment().subscribe(_ -> look()),
        model.pump().onFrame(2, _ -> look()), file.subscribe(_ -> look()));
  }

  public ReadOnlyBooleanProperty unsaved() { return unsaved.getReadOnlyProperty(); }

  /// What the title bar says: a dot before it tells of unsaved work.
  public ReadOnlyStringProperty title() { return title.getReadOnlyProperty(); }

  /// What was done last, in a sentence.
  public ReadOnlyStringProperty said() { return said.getReadOnlyProperty(); }

  /// The file of the run; null before it was saved.
  public ReadOnlyObjectProperty<Path> file() { return file.getReadOnlyProperty(); }

  /// Another experiment was opened: it has no file until one is named.
  private void opened(Experiment next) {
    if (next == null) return;
    file.set(null);
    baseline = next;
    changes = next.interventions();
    look();
  }

  private void look() {
    Experiment now = model.experiment().get();
    if (now == null) return;
    Optional<Frame> frame = model.run().present();
    boolean touched = frame.map(each -> !each.experiment().interventions().equals(changes)).orElse(false);
    boolean further = file.get() != null && frame.map(each -> each.progress().step() != savedStep).orElse(false);
    boolean edited = baseline != null && !now.withoutInterventions().equals(baseline.withoutInterventions());
    unsaved.set(edited || touched && file.get() != null || further);
    title.set(Words.of(unsaved.get() ? "saving.title.unsaved" : "saving.title", name(now)));
  }

  private String name(Experiment now) {
    return file.get() == null ? now.title() : file.get().getFileName().toString();
  }

  /// The name under which the run is offered to be saved.
  public String proposedName() {
    if (file.get() != null) return file.get().getFileName().toString();
    String name = model.experiment().get().title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return (name.isEmpty() ? "run" : name) + RunFile.ENDING;
  }

  /// Saves the run as it stands; `then` is run once it is on the disk.
  public void save(Path to, Runnable then) {
    Path place = named(to);
    View view = window.view();
    work.begin(Words.of("saving.saves", place.getFileName()), model.run().save().thenApplyAsync(saved -> written(saved, view, place)),
        step -> saved(place, step, then), model.editor()::report);
  }

  private static Path named(Path to) {
    String name = to.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(RunFile.ENDING) ? to : to.resolveSibling(name + RunFile.ENDING);
  }

  private static Saved written(Saved saved, View view, Path place) {
    try {
      RunFile.write(place, SavedRun.of(saved.frame(), saved.checkpoint(), view));
      return saved;
    } catch (IOException e) {
      throw new CompletionException(new ExperimentException(Words.of("saving.failed", place, e.getMessage()), e));
    }
  }

  private void saved(Path place, Saved saved, Runnable then) {
    baseline = model.experiment().get();
    changes = saved.experiment().interventions();
    savedStep = saved.progress().step();
    file.set(place);
    remember(place);
    look();
    say(Words.of("saving.saved", place.getFileName(), place.toAbsolutePath().getParent()));
    then.run();
  }

  private void say(String sentence) {
    said.set("");
    said.set(sentence);
  }

  private void remember(Path place) {
    Path whole = place.toAbsolutePath();
    settings.change(s -> s.opened(whole.toString()).withLastFolder(Optional.of(whole.getParent().toString())));
  }

  /// Whether a file is a saved run or a picture of this program, which are opened here.
  public static boolean opens(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(RunFile.ENDING) || RecipeFiles.may(file);
  }

  /// Opens a saved run, or the run of a picture.
  public void open(Path from) {
    boolean picture = !from.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(RunFile.ENDING);
    work.begin(Words.of("saving.opens", from.getFileName()), watch -> picture ? pictured(from, watch) : read(RunFile.read(from), watch),
        opened -> show(opened, picture ? null : from), sentence -> {
          settings.change(s -> s.without(from.toAbsolutePath().toString()));
          model.editor().report(sentence);
        });
  }

  /// Goes on with a run that a window left behind.
  void recover(Function<ProgressMonitor, SavedRun> left, Runnable then) {
    work.begin(Words.of("saving.recovers"), watch -> read(left.apply(watch), watch), opened -> {
      show(opened, null);
      then.run();
    }, model.editor()::report);
  }

  /// @param checkpoint null where nothing was trained yet, or there is no run
  private record Opened(Experiment experiment, Checkpoint checkpoint, View view) {}

  private Opened read(SavedRun run, ProgressMonitor watch) {
    DataSet data = model.dataOf(run.experiment());
    return new Opened(run.experiment(), Replay.of(run, data, watch), run.view());
  }

  private Opened pictured(Path from, ProgressMonitor watch) {
    Recipe recipe = RecipeFiles.read(from);
    View view = Whereabouts.of(recipe.subject());
    return switch (recipe.subject()) {
      case Subject.OfBench _ -> new Opened(null, null, view);
      case Subject.OfRun run -> pictured(run.experiment(), run.moment(), view, watch);
      case Subject.OfWindow seen -> pictured(seen.experiment(), seen.moment(), view, watch);
    };
  }

  private Opened pictured(Experiment experiment, Subject.Moment moment, View view, ProgressMonitor watch) {
    if (moment.step() == 0 && moment.phase() == Phase.UPDATE) return new Opened(experiment, null, view);
    return read(new SavedRun(experiment, moment.step(), moment.phase(), SavedRun.State.PAUSED, Optional.empty(), "", view), watch);
  }

  private void show(Opened opened, Path from) {
    if (opened.checkpoint != null) model.open(opened.experiment, opened.checkpoint);
    else if (opened.experiment != null) model.editor().open(opened.experiment);
    if (from != null) {
      changes = opened.experiment.interventions();
      savedStep = opened.checkpoint.step();
      file.set(from);
      remember(from);
    }
    window.show(opened.view);
    if (opened.checkpoint != null) Platform.runLater(() -> opened.view.past().ifPresent(_ -> model.run().scrub(opened.view.past())));
  }
}
