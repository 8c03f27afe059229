package dropoutlab.ui.sweep;

import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.sweep.RunsFigure;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Wordings;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What is there, what is missing, and where it went: the raster of runs, causes in words, and the folder.
final class RunsCard extends CardPane {
  private static final double ROW = 10.8, ABOVE_AND_BELOW = 62, LEAST = 110, MOST = 260, MOST_NARROW = 160,
      BESIDE = 450;
  /// So many folders of a long path are told.
  private static final int ENDS = 2;

  private final FigureCanvas canvas;
  private final VBox causes = new VBox(10);
  private final ScrollPane scroll = new ScrollPane(causes);
  private final Button folder = Controls.button("sweepFolder", "", Feather.FOLDER, Words.of("sweepview.folder.tip"));
  private final Wordings note = new Wordings("muted");
  private final HBox foot = new HBox(8, folder, Controls.spring(), note);
  private final HBox beside = new HBox(16);
  private boolean narrow;
  private SweepTable drawn;
  private SweepLook drawnAs;
  private List<Cause> told = List.of();
  private boolean wasOpen;

  RunsCard(Appearance appearance) {
    super("runsCard", Words.of("sweepview.runs"));
    getStyleClass().add("runs-card");
    canvas = new FigureCanvas(appearance, "runsFigure", Words.of("sweepview.runs.figure"));
    canvas.setFocusTraversable(true);
    canvas.setMinHeight(60);
    causes.setId("causes");
    causes.getStyleClass().add("causes");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(canvas, Priority.ALWAYS);
    folder.getStyleClass().add("folder-button");
    folder.setMinWidth(USE_PREF_SIZE);
    foot.getStyleClass().add("card-foot");
    getChildren().addAll(canvas, scroll, foot);
  }

  FigureCanvas canvas() { return canvas; }

  /// Where there is little height, causes stand beside the raster.
  void beNarrow(boolean on) {
    narrow = on;
    getChildren().removeAll(canvas, scroll, beside);
    beside.getChildren().clear();
    if (on) {
      beside.getChildren().addAll(canvas, scroll);
      canvas.setPrefWidth(BESIDE);
      scroll.setPrefWidth(BESIDE);
      getChildren().add(1, beside);
    } else {
      getChildren().addAll(1, List.of(canvas, scroll));
    }
  }

  Subscription bind(SweepState state, SweepActions actions, LogPane log) {
    canvas.setOnHitClicked((hit, event) -> {
      if (!(hit instanceof Hit.Run run)) return;
      FindingCard.choose(state, run);
      if (event.getClickCount() > 1 && run.seed() >= 0) log.show();
    });
    canvas.setOnHitHovered(hit -> state.look(look -> look.withSeed(hit.orElse(null) instanceof Hit.Run run
        && run.seed() >= 0
        ? OptionalInt.of(run.seed()) : look.seed())));
    folder.setOnAction(_ -> actions.copyPath());
    return state.version().subscribe(_ -> show(state, actions));
  }

  Subscription follow() { return canvas.bind(); }

  private void show(SweepState state, SweepActions actions) {
    state.reading().ifPresentOrElse(reading -> show(state, actions, reading), () -> {
      canvas.await(WaitingFigure.of(Words.of("sweepview.wait")));
      drawn = null;
      tell(List.of(), actions, false);
    });
    Controls.present(foot, state.place().isPresent());
    folder.setText(state.place().map(RunsCard::brief).orElse(""));
    boolean cluster = state.stage() == Stage.OPEN && state.open().isOnCluster();
    note.set(Words.of(cluster ? "sweepview.folder.array" : "sweepview.folder.here"), "");
    Controls.present(note, cluster || state.stage() == Stage.OPEN && state.open().isAtWork());
  }

  private void show(SweepState state, SweepActions actions, Reading reading) {
    Sweep sweep = reading.sweep();
    boolean cluster = state.open() != null && state.open().isOnCluster();
    String plain = Words.of("sweepview.runs.aside", sweep.seeds().first(), sweep.seeds().last());
    setAside(cluster ? Words.of("sweepview.runs.aside.tasks", sweep.seeds().first(), sweep.seeds().last()) : plain,
        plain, "");
    if (reading.table() != drawn || !state.look().equals(drawnAs)) canvas.show(new RunsFigure(reading.table(),
        state.look()));
    drawn = reading.table();
    drawnAs = state.look();
    double high = Math.clamp(ABOVE_AND_BELOW + ROW * sweep.points(), LEAST, narrow ? MOST_NARROW : MOST);
    canvas.setPrefHeight(high);
    tell(reading.causes(), actions, actions.doing() == SweepActions.Doing.HELD);
  }

  private static String brief(Path place) {
    Path home = Path.of(System.getProperty("user.home"));
    if (place.startsWith(home)) return Words.of("sweepview.folder.home", home.relativize(place));
    int names = place.getNameCount();
    return names <= ENDS ? place.toString() : Words.of("sweepview.folder.end", place.subpath(names - ENDS, names));
  }

  private void tell(List<Cause> next, SweepActions actions, boolean open) {
    if (next.equals(told) && open == wasOpen) return;
    told = next;
    wasOpen = open;
    causes.getChildren().setAll(next.stream().map(cause -> new CauseRow(cause, actions, open)).toList());
  }
}
