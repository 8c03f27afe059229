package dropoutlab.ui.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FieldCheck;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// On which seeds each value is trained, and with what it is compared seed by seed.
final class SeedSection extends Section {
  private final TextField seeds = new TextField();
  private final Label fault = Controls.label("", "fault"), note = Controls.label("", "muted", "small");
  private final Button more = Controls.button("moreSeeds", Words.of("sweepview.seeds.more"), Feather.PLUS,
      Words.of("sweepview.seeds.more.tip"));
  private final ComboBox<Pair> pair = Choices.of("pairWith", Words.of("sweepview.pair.tip"), SeedSection::title,
      new Pair.Twin(), new Pair.None());
  private SweepState state;
  private boolean showing;
  private Plan shown;

  SeedSection() {
    super(Words.of("sweepview.seeds"), false, Controls.label(Words.of("sweepview.seeds.aside"), "muted", "small"));
    seeds.setId("planSeeds");
    seeds.getStyleClass().add("number");
    seeds.setMinWidth(60);
    Controls.explain(seeds, Words.of("sweepview.seeds.tip"));
    HBox.setHgrow(seeds, Priority.ALWAYS);
    more.getStyleClass().add("chip");
    more.setMinWidth(USE_PREF_SIZE);
    fault.setId("planSeedsFault");
    fault.setWrapText(true);
    Controls.present(fault, false);
    note.setWrapText(true);
    HBox line = new HBox(8, seeds, more);
    line.setAlignment(Pos.CENTER_LEFT);
    add(line, fault, Section.row(Words.of("sweepview.pair"), pair), note);
    FieldCheck.of(seeds, SeedText::fault, sentence -> {
      fault.setText(sentence);
      Controls.present(fault, !sentence.isEmpty());
    });
  }

  Subscription bind(SweepState state, SweepActions actions) {
    this.state = state;
    more.setOnAction(_ -> actions.moreSeeds());
    seeds.setOnAction(_ -> apply());
    seeds.focusedProperty().subscribe((_, focused) -> { if (!focused) apply(); });
    seeds.setOnKeyPressed(event -> { if (event.getCode() == KeyCode.ESCAPE)
        seeds.setText(SeedText.of(state.plan().seeds())); });
    pair.setOnAction(_ -> { if (!showing && pair.getValue() != null) state.change(plan ->
        plan.withPair(pair.getValue())); });
    return state.version().subscribe(_ -> show());
  }

  private void apply() {
    String text = seeds.getText().strip();
    if (state.plan() == null || state.stage() != Stage.PLANNED || SeedText.fault(text).isPresent()) return;
    state.change(plan -> plan.withSeeds(SeedRange.parse(text)));
  }

  private void show() {
    Plan plan = state.plan();
    if (plan == null) return;
    boolean open = state.stage() == Stage.OPEN;
    if (!seeds.isFocused()) seeds.setText(SeedText.of(plan.seeds()));
    seeds.setDisable(open);
    more.setDisable(state.isBusy() || open && state.open().guard() != OpenSweep.Guard.OWN);
    if (plan != shown) showPairs(plan);
    shown = plan;
    showing = true;
    pair.setValue(plan.pair());
    showing = false;
    pair.setDisable(open);
    note.setText(note(plan));
  }

  private void showPairs(Plan plan) {
    showing = true;
    List<Pair> pairs = pairs(plan);
    if (!pair.getItems().equals(pairs)) pair.getItems().setAll(pairs);
    showing = false;
  }

  private static List<Pair> pairs(Plan plan) {
    List<Pair> pairs = new ArrayList<>(List.of(new Pair.Twin(), new Pair.None()));
    Plan.Line line = plan.axes().getFirst();
    if (plan.fault(line).isPresent()) {
      if (!pairs.contains(plan.pair())) pairs.add(plan.pair());
      return pairs;
    }
    Axis axis = line.axis(plan.experiment());
    for (Point each : axis.points()) pairs.add(new Pair.Of(each.label()));
    return pairs;
  }

  private static String title(Pair pair) {
    return switch (pair) {
      case Pair.Twin _ -> Words.of("sweepview.pair.twin");
      case Pair.None _ -> Words.of("sweepview.pair.none");
      case Pair.Of(String label) -> Words.of("sweepview.pair.of", label);
    };
  }

  private static String note(Plan plan) {
    Experiment of = plan.experiment();
    boolean fixed = of.withSeed(1).dataSeed() == of.withSeed(2).dataSeed();
    return Words.count(fixed ? "sweepview.seeds.note.fixed" : "sweepview.seeds.note", plan.seeds().count());
  }
}
