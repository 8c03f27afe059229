package dropoutlab.ui.sweep;

import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.SweepEngine;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.sweep.SweepActions.Doing;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Durations;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The transport of a sweep: start or hold, stop, how far it is, who trains it, and the folders that were open lately.
final class SweepBar extends HBox {
  private final Button start = Controls.button("sweepStart", "", Feather.PLAY, "");
  private final Button stop = Controls.button("sweepStop", Words.of("sweepview.bar.stop"), Feather.X,
      Words.of("sweepview.bar.stop.tip"));
  private final Button export = Controls.button("sweepExport", Words.of("sweepview.bar.export"), Feather.DOWNLOAD,
      Words.of("sweepview.export.tip"));
  private final ToggleButton plan = Controls.chip("sweepPlan", Words.of("sweepview.bar.plan"),
      Words.of("sweepview.bar.plan.tip"));
  private final Label done = Controls.label("", "number", "strong"), of = Controls.label("", "muted"),
      all = Controls.label("", "number", "strong"),
      runs = Controls.label(Words.of("sweepview.bar.runs"), "muted");
  private final ProgressStrip strip = new ProgressStrip();
  private final Label rest = Controls.label("", "sweep-rest");
  private final Label left = Controls.label("", "number");
  private final HBox leftGroup;
  private final HBox progress;
  private final Label engine = Controls.label("", "muted");
  private final MenuButton recent = new MenuButton();
  private boolean narrow;

  SweepBar() {
    setId("sweepBar");
    getStyleClass().addAll("run-bar", "sweep-bar");
    setAlignment(Pos.CENTER_LEFT);
    start.getStyleClass().add("accent-button");
    start.setMinWidth(USE_PREF_SIZE);
    stop.setMinWidth(USE_PREF_SIZE);
    plan.setMinWidth(USE_PREF_SIZE);
    done.setId("sweepDone");
    all.setId("sweepAll");
    rest.setId("sweepRest");
    rest.setMinWidth(0);
    left.setId("sweepLeft");
    engine.setId("sweepEngine");
    engine.setMinWidth(0);
    of.setText(Words.of("sweepview.bar.of"));
    HBox count = group(4, done, of, all, runs);
    progress = group(10, count, strip);
    leftGroup = group(4, Controls.label(Words.of("sweepview.bar.about"), "muted"), left,
        Controls.label(Words.of("sweepview.bar.left"), "muted"));
    recent.setId("sweepRecent");
    recent.getStyleClass().add("sweep-recent");
    recent.setAccessibleText(Words.of("sweepview.bar.recent"));
    getChildren().addAll(plan, group(8, start, stop, export), progress, rest, leftGroup, Controls.spring(), engine,
        recent);
    Controls.present(plan, false);
  }

  private static HBox group(double gap, Node... nodes) {
    HBox group = new HBox(gap, nodes);
    group.setAlignment(Pos.CENTER_LEFT);
    group.setMinWidth(USE_PREF_SIZE);
    return group;
  }

  /// The plan is in a drawer, behind a button.
  ToggleButton plan() { return plan; }

  Button start() { return start; }

  void beNarrow(boolean on) {
    narrow = on;
    Controls.present(plan, on);
    Controls.present(runs, !on);
    strip.setPrefWidth(on ? 110 : 250);
  }

  /// @param exporting opens the Export sheet
  Subscription bind(SweepState state, SweepActions actions, Runnable exporting) {
    export.setOnAction(_ -> exporting.run());
    start.setOnAction(_ -> {
      if (actions.doing() == Doing.LOCKED) actions.continueHere();
      else if (actions.doing() == Doing.FINISHED) actions.confirm();
      else actions.startOrHold();
    });
    stop.setOnAction(_ -> actions.stop());
    recent.setOnShowing(_ -> recent.getItems().setAll(items(state, actions)));
    recent.getItems().setAll(items(state, actions));
    return state.version().subscribe(_ -> show(state, actions));
  }

  private List<MenuItem> items(SweepState state, SweepActions actions) {
    List<MenuItem> items = new ArrayList<>();
    for (Path each : actions.shelf().recent()) {
      MenuItem item = new MenuItem(each.getFileName().toString());
      item.setOnAction(_ -> actions.open(each));
      items.add(item);
    }
    if (!items.isEmpty()) items.add(new SeparatorMenuItem());
    MenuItem open = new MenuItem(Words.of("sweepview.bar.open")), begin = new MenuItem(Words.of("sweepview.bar.new"));
    open.setId("sweepOpen");
    begin.setId("sweepNew");
    open.setOnAction(_ -> actions.chooseAndOpen());
    begin.setOnAction(_ -> actions.begin());
    items.add(begin);
    items.add(open);
    return items;
  }

  private void show(SweepState state, SweepActions actions) {
    Doing doing = actions.doing();
    showStart(doing, state);
    boolean open = state.stage() == Stage.OPEN;
    Controls.present(stop, open && (doing == Doing.RUNNING || doing == Doing.HOLDING));
    Controls.present(export, doing == Doing.FINISHED);
    Controls.present(progress, state.reading().isPresent());
    state.reading().map(Reading::summary).ifPresent(summary -> show(summary, state));
    if (state.reading().isEmpty()) rest.setText(state.fault());
    double seconds = state.reading().map(reading -> reading.summary().secondsLeft()).orElse(Double.NaN);
    Controls.present(leftGroup, doing == Doing.RUNNING && seconds > 0 && Double.isFinite(seconds));
    left.setText(Durations.of(seconds));
    engine.setText(narrow ? "" : engine(state));
    recent.setText(state.plan() == null ? Words.of("sweepview.bar.none") : state.plan().title());
  }

  private void showStart(Doing doing, SweepState state) {
    boolean cluster = state.plan() != null && state.plan().slurm();
    start.setText(switch (doing) {
      case NOTHING, READY -> Words.of(cluster ? "sweepview.bar.submit" : "sweepview.bar.start");
      case RUNNING -> Words.of("sweepview.bar.hold");
      case HOLDING, STOPPING -> Words.of(doing == Doing.HOLDING ? "sweepview.bar.go_on" : "sweepview.bar.stopping");
      case HELD -> Words.of(cluster ? "sweepview.bar.submit" : hasBegun(state) ? "sweepview.bar.go_on"
          : "sweepview.bar.start");
      case FINISHED -> Words.of("sweepview.bar.finished");
      case LOCKED -> Words.of("sweepview.bar.continue");
    });
    start.setGraphic(Controls.icon(doing == Doing.RUNNING ? Feather.PAUSE : Feather.PLAY));
    Controls.explain(start, tip(doing));
    boolean off = doing == Doing.NOTHING || doing == Doing.STOPPING || state.isBusy()
        || doing == Doing.LOCKED && state.open().guard() == OpenSweep.Guard.VERSION;
    start.setDisable(off);
  }

  private static String tip(Doing doing) {
    return switch (doing) {
      case RUNNING -> Words.of("sweepview.bar.hold.tip");
      case LOCKED -> Words.of("sweepview.bar.continue.tip");
      case FINISHED -> Words.of("sweepview.confirm.tip");
      case NOTHING, READY, HOLDING, STOPPING, HELD -> Words.of("sweepview.bar.start.tip");
    };
  }

  private static boolean hasBegun(SweepState state) {
    return state.reading().map(Reading::summary).filter(summary -> summary.results() + summary.failed()
        + summary.lost() > 0).isPresent();
  }

  private void show(Summary summary, SweepState state) {
    done.setText(Words.of("sweepview.number", summary.results()));
    all.setText(Words.of("sweepview.number", summary.runs()));
    strip.show(summary);
    List<String> parts = new ArrayList<>();
    if (summary.running() > 0) parts.add(Words.of("sweepview.bar.running", summary.running()));
    if (summary.waiting() > 0) parts.add(Words.of("sweepview.bar.waiting", summary.waiting()));
    if (summary.failed() > 0) parts.add(Words.of("sweepview.bar.failed", summary.failed()));
    if (summary.lost() > 0) parts.add(Words.of("sweepview.bar.lost", summary.lost()));
    rest.setText(state.fault().isEmpty() ? String.join(Words.of("sweepview.dot"), parts) : state.fault());
  }

  private static String engine(SweepState state) {
    if (state.stage() == Stage.EMPTY) return "";
    String job = state.reading().flatMap(Reading::engine).map(SweepEngine.State::job).orElse("");
    if (!job.isEmpty()) return Words.of("sweepview.bar.job", job);
    return state.plan().slurm() ? Words.of("sweepview.bar.slurm") : Words.count("sweepview.bar.here",
        LocalEngine.usualThreads());
  }
}
