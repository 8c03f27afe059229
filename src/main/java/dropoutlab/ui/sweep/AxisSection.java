package dropoutlab.ui.sweep;

import atlantafx.base.theme.Styles;
import dropoutlab.spec.ExperimentException;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Along what the experiment is changed: a path, its values, and what follows them. Checked while it is typed, applied
/// with Enter or when a field is left; Escape brings the last good text back.
final class AxisSection extends Section {
  private static final List<String> PATHS = List.of("network.hidden.*.drop", "network.inputDrop",
      "network.hidden.*.units",
      "network.hidden.*.method.type", "data.training", "data.noise", "optimiser.learningRate", "regulariser.l2",
          "regulariser.maxNorm",
      "training.epochs", "training.batch");

  private final int number;
  private final String id;
  private final Button other;
  private final ComboBox<String> path = new ComboBox<>();
  private final TextField values = new TextField(), ties = new TextField();
  private final Label many = Controls.label("", "muted"), fault = Controls.label("", "fault");
  private final Button tie = new Button(Words.of("sweepview.axis.tie"));
  private SweepState state;
  private boolean showing;
  private boolean tied;
  private Plan shown;
  private boolean wasFixed;
  private boolean wasTied;

  /// @param number of the axis, from 0
  AxisSection(int number) {
    this(number, number == 0 ? Controls.button("secondAxis", Words.of("sweepview.axis.second"), Feather.PLUS,
        Words.of("sweepview.axis.second.tip"))
        : Controls.quietButton("noSecondAxis", Feather.X, Words.of("sweepview.axis.one")));
  }

  private AxisSection(int number, Button other) {
    super(Words.of(number == 0 ? "sweepview.axis" : "sweepview.axis.2"), false, other);
    this.number = number;
    this.other = other;
    id = "axis" + number;
    if (number == 0) other.getStyleClass().add("link-button");
    path.setId(id + "Path");
    path.setEditable(true);
    path.getItems().setAll(PATHS);
    path.setMaxWidth(Double.MAX_VALUE);
    path.setAccessibleText(Words.of("sweepview.axis.path"));
    path.getStyleClass().addAll("number", "axis-path");
    values.setId(id + "Values");
    values.getStyleClass().add("number");
    Controls.explain(values, Words.of("sweepview.axis.values.tip"));
    ties.setId(id + "Ties");
    ties.getStyleClass().add("number");
    ties.setPromptText(Words.of("sweepview.axis.ties.prompt"));
    Controls.explain(ties, Words.of("sweepview.axis.ties.tip"));
    fault.setId(id + "Fault");
    fault.setWrapText(true);
    many.setId(id + "Many");
    many.setMinWidth(USE_PREF_SIZE);
    tie.setId(id + "Tie");
    tie.getStyleClass().add("link-button");
    HBox.setHgrow(values, Priority.ALWAYS);
    HBox line = new HBox(8, values, many);
    line.setAlignment(Pos.CENTER_LEFT);
    add(path, line, ties, tie, fault);
  }

  Subscription bind(SweepState state) {
    this.state = state;
    other.setOnAction(_ -> state.change(plan -> number == 0 ? plan.withAxes(List.of(plan.axes().getFirst(), second()))
        : plan.withAxes(plan.axes().subList(0, 1))));
    tie.setOnAction(_ -> {
      tied = true;
      show();
      ties.requestFocus();
    });
    for (TextField each : new TextField[] {path.getEditor(), values, ties}) bind(each);
    path.valueProperty().subscribe((_, next) -> { if (!showing && next != null) apply(); });
    return state.version().subscribe(_ -> show());
  }

  private static Plan.Line second() { return new Plan.Line("data.training", "16, 64, 256", "", Optional.empty()); }

  private void bind(TextField field) {
    field.textProperty().subscribe(_ -> check());
    field.setOnAction(_ -> apply());
    field.focusedProperty().subscribe((_, focused) -> { if (!focused) apply(); });
    field.setOnKeyPressed(event -> { if (event.getCode() == KeyCode.ESCAPE) show(line()); });
  }

  private boolean isThere() { return state.plan() != null && state.plan().axes().size() > number; }

  private Plan.Line line() { return state.plan().axes().get(number); }

  private Plan.Line typed() { return line().typed(path.getEditor().getText().strip(), values.getText().strip(),
      ties.getText().strip()); }

  private void check() {
    if (showing || !isThere()) return;
    tell(typed());
  }

  private void tell(Plan.Line line) {
    Optional<String> wrong = state.plan().fault(line).map(SeedText::sentence);
    fault.setText(wrong.orElse(""));
    Controls.present(fault, wrong.isPresent());
    for (TextField each : new TextField[] {path.getEditor(), values})
      each.pseudoClassStateChanged(Styles.STATE_DANGER, wrong.isPresent());
    many.setText(wrong.isPresent() ? "" : Words.count("sweepview.axis.many", points(line)));
  }

  private int points(Plan.Line line) {
    try {
      return line.axis(state.plan().experiment()).points().size();
    } catch (ExperimentException | IllegalArgumentException e) {
      return 0;
    }
  }

  private void apply() {
    if (showing || !isThere() || state.stage() != Stage.PLANNED) return;
    Plan.Line next = typed();
    if (!next.equals(line()) && state.plan().fault(next).isEmpty()) state.change(plan -> plan.withLine(number, next));
  }

  private void show() {
    Controls.present(this, isThere());
    if (!isThere()) return;
    boolean fixed = state.stage() == Stage.OPEN;
    // To read an axis costs more than a pulse has, so that it is only read when the plan has changed.
    boolean same = state.plan() == shown && fixed == wasFixed && tied == wasTied;
    shown = state.plan();
    wasFixed = fixed;
    if (same) return;
    for (Node each : new Node[] {path, values, ties}) each.setDisable(fixed);
    Controls.present(other, !fixed && (number == 1 || state.plan().axes().size() == 1));
    boolean typing = values.isFocused() || ties.isFocused() || path.getEditor().isFocused();
    // What is being typed is not written over by what comes in meanwhile.
    if (!typing) show(line());
    tied |= !line().ties().isEmpty();
    wasTied = tied;
    Controls.present(ties, tied && (!fixed || !line().ties().isEmpty()));
    Controls.present(tie, !tied && !fixed);
  }

  private void show(Plan.Line line) {
    showing = true;
    path.setValue(line.path());
    path.getEditor().setText(line.path());
    values.setText(line.values());
    ties.setText(line.ties());
    showing = false;
    tell(line);
  }
}
