package dropoutlab.ui.sweep;

import dropoutlab.sweep.LocalEngine;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Durations;
import dropoutlab.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// How long all will take, by the first runs, which are kept.
final class TimeSection extends Section {
  /// A queue rarely pays below.
  private static final double WORTH_A_QUEUE = 600;

  private final Label each = Controls.label("", "number"), core = Controls.label("", "number"),
      here = Controls.label("", "number");
  private final Label eachName = Controls.label("", "muted"), coreName = Controls.label("", "muted"),
      hereName = Controls.label("", "muted");
  private final Label note = Controls.label("", "muted", "small");
  private final Button estimate = Controls.button("estimate", Words.of("sweepview.time.estimate"), Feather.CLOCK,
      Words.of("sweepview.time.estimate.tip"));
  private final HBox[] rows = {row(eachName, each), row(coreName, core), row(hereName, here)};

  TimeSection() {
    super(Words.of("sweepview.time"), false, Controls.label(Words.of("sweepview.time.aside"), "muted", "small"));
    each.setId("timeEach");
    here.setId("timeHere");
    estimate.getStyleClass().add("chip");
    note.setId("timeNote");
    note.setWrapText(true);
    add(rows);
    add(estimate, note);
  }

  private static HBox row(Label name, Label value) {
    HBox row = new HBox(8, name, Controls.spring(), value);
    value.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  Subscription bind(SweepState state, SweepActions actions) {
    estimate.setOnAction(_ -> actions.estimate());
    return state.version().subscribe(_ -> show(state));
  }

  private void show(SweepState state) {
    Timing timing = timing(state);
    boolean known = timing != null && timing.isKnown();
    for (HBox row : rows) Controls.present(row, known);
    boolean planned = state.stage() == Stage.PLANNED;
    Controls.present(estimate, planned && !known);
    estimate.setDisable(!state.fault().isEmpty() || state.trial() != null || state.isBusy());
    note.setText(state.trial() != null && !known ? Words.of("sweepview.time.trying") : known ? note(state, timing)
        : planned ? "" : Words.of("sweepview.time.soon"));
    Controls.present(note, !note.getText().isEmpty());
    if (!known) return;
    eachName.setText(planned ? Words.count("sweepview.time.each", timing.measured())
        : Words.count("sweepview.time.done", timing.measured()));
    each.setText(Durations.of(timing.each()));
    coreName.setText(Words.count("sweepview.time.core", timing.all()));
    core.setText(Durations.of(timing.onOneCore()));
    hereName.setText(Words.count("sweepview.time.here", LocalEngine.usualThreads()));
    here.setText(Durations.of(timing.here()));
  }

  /// As the trial told it; once runs come in, by them.
  private static Timing timing(SweepState state) {
    if (state.trial() != null && state.trial().estimate() != null) return Timing.of(state.trial().estimate());
    return state.trial() == null ? state.reading().map(Reading::timing).orElse(null) : null;
  }

  private static String note(SweepState state, Timing timing) {
    return state.plan().slurm() && timing.here() < WORTH_A_QUEUE ? Words.of("sweepview.time.queue",
        Durations.of(timing.here())) : "";
  }
}
