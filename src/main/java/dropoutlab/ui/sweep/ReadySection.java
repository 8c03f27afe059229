package dropoutlab.ui.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Which sweep it is: one of the ready-made ones, or one of the person's own.
final class ReadySection extends Section {
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
  private final Label title = Controls.label("", "strong-name"), note = Controls.label("", "muted", "small");

  ReadySection(Appearance appearance) {
    super(Words.of("sweepview.ready"), false, Controls.label(Words.of("sweepview.ready.aside"), "muted", "small"));
    HBox row = new HBox(5);
    for (ReadyOne each : ReadyOne.all()) {
      ToggleButton button = Controls.chip("ready-" + each.id(), "", each.title());
      button.getStyleClass().setAll("toggle-button", "ready-button");
      button.setGraphic(new Pictogram(each.id(), Pictogram.SMALL, appearance));
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      buttons.put(each.id(), button);
      row.getChildren().add(button);
    }
    title.setId("planTitle");
    title.setWrapText(true);
    note.setWrapText(true);
    add(row, title, note);
  }

  /// @param experiment that is set in Train
  Subscription bind(SweepState state, Supplier<Experiment> experiment) {
    buttons.forEach((id, button) -> button.setOnAction(_ -> {
      button.setSelected(true);
      Experiment of = state.stage() == Stage.PLANNED ? state.plan().experiment() : experiment.get();
      if (state.stage() == Stage.PLANNED) state.change(plan ->
          ReadyOne.named(id).orElseThrow().plan(of).withSlurm(plan.slurm()));
      else state.begin(ReadyOne.named(id).orElseThrow().plan(of));
    }));
    return state.version().subscribe(_ -> show(state));
  }

  private void show(SweepState state) {
    Plan plan = state.plan();
    if (plan == null) return;
    boolean fixed = state.stage() == Stage.OPEN;
    buttons.forEach((id, button) -> {
      button.setSelected(id.equals(plan.ready()));
      button.setDisable(fixed && !id.equals(plan.ready()));
    });
    title.setText(plan.title());
    note.setText(ReadyOne.named(plan.ready()).map(ReadyOne::line).orElse(""));
    Controls.present(note, !note.getText().isEmpty());
  }
}
