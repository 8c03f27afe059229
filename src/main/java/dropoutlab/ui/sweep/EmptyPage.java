package dropoutlab.ui.sweep;

import dropoutlab.data.DataSet;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Durations;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Before the first sweep: the ready-made ones large, a line each, with their time on this computer.
final class EmptyPage extends ScrollPane {
  private static final double WIDTH = 720;

  private final Map<String, Button> buttons = new LinkedHashMap<>();
  private final Map<String, Label> times = new LinkedHashMap<>(), lines = new LinkedHashMap<>();
  private final Label of = Controls.label("", "muted");
  private final Button open = Controls.button("emptyOpen", Words.of("sweepview.bar.open"), Feather.FOLDER,
      Words.of("sweepview.bar.open.tip"));
  private Experiment measured;
  private ReadyTimes measuring;

  EmptyPage(Appearance appearance) {
    setId("sweepEmpty");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("card", "plain-scroll", "sweep-empty");
    VBox all = new VBox(10, Controls.label(Words.of("sweepview.empty"), "empty-title"), of);
    all.getStyleClass().add("empty-body");
    all.setAlignment(Pos.TOP_LEFT);
    ReadyOne.all().forEach(each -> all.getChildren().add(row(each,
        new Pictogram(each.id(), Pictogram.LARGE, appearance))));
    HBox foot = new HBox(10, open, Controls.label(Words.of("sweepview.empty.drop"), "muted"));
    foot.setAlignment(Pos.CENTER_LEFT);
    all.getChildren().add(foot);
    HBox middle = new HBox(all);
    middle.setAlignment(Pos.TOP_CENTER);
    setContent(middle);
  }

  private Button row(ReadyOne each, Pictogram pictogram) {
    Label title = Controls.label(each.title(), "ready-title"), line = Controls.label(each.line(), "muted"),
        time = Controls.label("", "number", "muted");
    time.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(2, title, line);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(18, pictogram, words, time);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setId("empty-" + each.id());
    button.setGraphic(row);
    button.getStyleClass().add("ready-row");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(Words.of("sweepview.empty.row", each.title(), each.line()));
    times.put(each.id(), time);
    lines.put(each.id(), line);
    buttons.put(each.id(), button);
    row.setMinWidth(WIDTH);
    return button;
  }

  /// @param experiment that is set in Train
  void bind(SweepState state, SweepActions actions, Supplier<Experiment> experiment) {
    buttons.forEach((id, button) -> button.setOnAction(_ -> {
      try {
        if (experiment.get() != null) state.begin(ReadyOne.named(id).orElseThrow().plan(experiment.get()));
      } catch (ExperimentException | IllegalArgumentException e) {
        state.report(SeedText.sentence(e.getMessage()));
      }
    }));
    open.setOnAction(_ -> actions.chooseAndOpen());
  }

  /// Measures, where it is another experiment than before.
  void show(Experiment experiment, Function<Experiment, DataSet> data) {
    if (experiment == null) return;
    of.setText(Words.of("sweepview.empty.of", experiment.title()));
    ReadyOne.all().forEach(each -> lines.get(each.id()).setText(each.takes(experiment) ? each.line()
        : Words.of("sweepview.empty.own", each.line())));
    if (experiment.equals(measured)) return;
    rest();
    measured = experiment;
    times.values().forEach(time -> time.setText(Words.of("sweepview.empty.measuring")));
    measuring = ReadyTimes.begin(experiment, data, (each, seconds) -> {
      times.get(each.id()).setText(Double.isNaN(seconds) ? Words.of("sweepview.empty.misfit")
          : Words.of("sweepview.empty.time", Durations.of(seconds)));
      buttons.get(each.id()).setDisable(Double.isNaN(seconds));
    });
  }

  void rest() {
    if (measuring != null) measuring.close();
    measuring = null;
    measured = null;
  }
}
