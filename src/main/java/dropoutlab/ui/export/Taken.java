package dropoutlab.ui.export;

import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Moments;
import dropoutlab.export.recipe.Rerun;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Exhibit;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// What stood there when the sheet opened: what happens behind it afterwards changes nothing here.
///
/// @param frame     empty where nothing is shown of a run yet
/// @param workspace the name of the workspace that is shown
/// @param items     the figures that can be had, those of the workspace first
/// @param options   what the figures are asked for and drawn with, by their names
/// @param exhibits  the benches, where the workspace shows these instead of a run
/// @param past      the run as it was after an epoch
/// @param steps     how many steps the run had taken, which a frame of the past does not tell
/// @param base      the folder that relative paths of data files start from
record Taken(Optional<Frame> frame, DataSet data, String workspace, String workspaceTitle, List<Item> items,
             Map<String, Map<String, String>> options, List<Exhibit> exhibits, Theme theme,
             IntFunction<CompletableFuture<Frame>> past, CompletableFuture<Long> steps, Path base) {
  private static final long WAIT_MILLIS = 50, MOST_TIMED = 100;

  /// @param own  whether the workspace shows it
  /// @param says what it is
  record Item(String id, String title, String says, boolean own) {}

  static Taken of(LabModel model, Workspace workspace, Theme theme) {
    List<Exhibit> exhibits = workspace.exhibits();
    Optional<Frame> frame = model.run().present();
    DataSet data = model.data().get();
    List<String> own = exhibits.isEmpty() ? List.copyOf(workspace.figures().keySet())
        : exhibits.stream().map(each -> each.subject().name()).toList();
    List<Item> items = exhibits.isEmpty() ? frame.map(now -> items(now, data, own)).orElse(List.of())
        : exhibits.stream().map(each -> new Item(each.subject().name(), each.title(), each.title(), true)).toList();
    Map<String, Map<String, String>> options = new LinkedHashMap<>();
    for (String name : own) options.put(name, workspace.options(name));
    long run = frame.map(Frame::run).orElse(0L);
    return new Taken(frame, data, workspace.id(), workspace.title(), items, options, exhibits, theme,
        epoch -> model.run().past(run, epoch), frame.filter(now -> now.scrubbed().isPresent())
            .map(_ -> model.run().steps(run))
            .orElseGet(() -> CompletableFuture.completedFuture(frame.map(now -> now.progress().step()).orElse(0L))),
                model.base());
  }

  private static List<Item> items(Frame frame, DataSet data, List<String> own) {
    List<FigureKind> shown = own.stream().flatMap(id -> FigureKind.named(id).stream()).toList();
    List<Item> items = new ArrayList<>();
    Stream.concat(shown.stream(), Stream.of(FigureKind.values())).distinct()
        .filter(kind -> kind.misfit(frame, data).isEmpty())
        .forEach(kind -> items.add(new Item(kind.id(), title(kind.id()), kind.description(), shown.contains(kind))));
    return items;
  }

  private static String title(String id) { return id.replace('-', ' ').replaceFirst("^mc\\b", Words.of("sheet.mc")); }

  Optional<Exhibit> exhibit(String name) {
    return exhibits.stream().filter(each -> each.subject().name().equals(name)).findFirst();
  }

  boolean isOfBenches() { return !exhibits.isEmpty(); }

  /// Whether there is nothing yet that could be saved.
  boolean isNothing() {
    return isOfBenches() ? false
        : items.isEmpty() || frame.filter(f -> f.progress().step() > 0 || f.scrubbed().isPresent()).isEmpty();
  }

  /// The last epoch that was recorded; 0 where there is none.
  int lastEpoch() {
    return frame.filter(f -> f.history().size() > 0).map(f -> f.history().epoch(f.history().size() - 1)).orElse(0);
  }

  Experiment experiment() { return frame.orElseThrow().experiment(); }

  /// What a figure, or a workspace with all of its figures, is asked for.
  Map<String, String> optionsOf(String name) {
    if (options.containsKey(name)) return options.get(name);
    Map<String, String> all = new LinkedHashMap<>();
    if (name.equals("workspace-" + workspace)) options.values().forEach(all::putAll);
    return all;
  }

  /// The moment that is shown, or the same run after an epoch.
  Moment moment(OptionalInt epoch) {
    Frame now = frame.orElseThrow();
    if (epoch.isEmpty() && now.scrubbed().isEmpty())
      return new Moment(now.progress().step(), now.progress().phase(), OptionalInt.empty());
    long before = (long) lastEpoch() * now.progress().batches();
    boolean known = steps.isDone() && !steps.isCompletedExceptionally();
    return new Moment(known ? steps.join() : before, now.progress().phase(), epoch.isPresent() ? epoch
        : now.scrubbed());
  }

  /// The run at a moment: as it stood, in its past, or trained once more to some step.
  Frame frame(Moment moment, ProgressMonitor watch) {
    if (moment.past().isPresent()) return past(moment.past().getAsInt(), watch);
    if (moment.equals(moment(OptionalInt.empty()))) return frame.orElseThrow();
    try (Rerun rerun = new Rerun(experiment(), data)) {
      rerun.to(moment, watch);
      return rerun.present();
    }
  }

  /// About how long it takes to train the run once more.
  double trainingSeconds(ProgressMonitor watch) {
    long all = moment(OptionalInt.empty()).step(), few = Math.min(all, MOST_TIMED);
    try (Rerun rerun = new Rerun(experiment(), data)) {
      // The first steps are slower than those that follow.
      rerun.to(new Moment(few / 2, Phase.UPDATE, OptionalInt.empty()), watch);
      long since = System.nanoTime();
      rerun.to(new Moment(few, Phase.UPDATE, OptionalInt.empty()), watch);
      return (System.nanoTime() - since) / 1e9 / Math.max(1, few - few / 2) * all;
    }
  }

  Moments moments(ProgressMonitor watch) {
    return new Moments() {
      @Override public Frame present() { return frame.orElseThrow(); }

      @Override public Frame past(int epoch) { return Taken.this.past(epoch, watch); }
    };
  }

  /// What came after the sheet was opened is not in it.
  private Frame past(int epoch, ProgressMonitor watch) {
    Frame now = frame.orElseThrow();
    if (now.scrubbed().equals(OptionalInt.of(epoch))) return now;
    Frame then = await(past.apply(epoch), watch);
    return then.with(f -> f.experiment(now.experiment()).history(now.history()));
  }

  private static <T> T await(CompletableFuture<T> answer, ProgressMonitor watch) {
    while (true) {
      if (watch.abandoned()) throw new CancellationException();
      try {
        return answer.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // The run is in the middle of a step.
      } catch (ExecutionException e) {
        throw new ExperimentException(e.getCause().getMessage(), e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
  }

  /// The name of a figure as the beginning of a sentence.
  String heading(String figure) {
    String title = items.stream().filter(item -> item.id().equals(figure)).map(Item::title).findFirst().orElse(figure);
    return title.isEmpty() ? title : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }
}
