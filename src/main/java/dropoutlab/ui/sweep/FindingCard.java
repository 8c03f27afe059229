package dropoutlab.ui.sweep;

import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.sweep.SweepFigure;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.ExportEvent;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// First the finding in words, then the figure: each seed a dot over its value. The same as a table, for those who
/// cannot see it.
final class FindingCard extends CardPane {

  private static final List<Measure> MEASURES = List.of(Measure.ERROR, Measure.LOSS, Measure.TRAIN_ERROR, Measure.GAP,
      Measure.ACTIVATION, Measure.ZEROS);
  private static final List<Measure> OF_LABELS = List.of(Measure.TRAIN_ERROR, Measure.GAP),
      OF_FEATURES = List.of(Measure.ACTIVATION, Measure.ZEROS);

  private static final int LONGEST_TITLE = 48;

  private final Label title = Controls.label("", "card-title");
  private final Label news = Controls.label("", "news");
  private final Finding finding = new Finding();
  private final FigureCanvas canvas;
  private final SweepTableView table = new SweepTableView();
  private final Segments<Measure> measure = new Segments<>();
  private final Button export = Controls.button("exportSweep", Words.of("sweepview.export"), Feather.DOWNLOAD,
      Words.of("sweepview.export.tip"));
  private Figure shown;
  private SweepStatistics drawn;
  private SweepLook drawnAs;
  private boolean presenting;

  FindingCard(Appearance appearance) {
    super("sweepCard", "");
    getStyleClass().add("sweep-card");
    canvas = new FigureCanvas(appearance, "sweepFigure", Words.of("sweepview.figure"));
    canvas.setFocusTraversable(true);
    title.setMinWidth(USE_PREF_SIZE);
    title.setId("sweepTitle");
    lead(title);
    news.setId("sweepNews");
    news.setWrapText(true);
    news.setMinHeight(USE_PREF_SIZE);
    Controls.present(news, false);
    for (Measure each : MEASURES)
      measure.with(each, "measure-" + each.name().toLowerCase(Locale.ROOT), Words.name("sweepview.measure", each),
          Words.name("sweepview.measure_tip", each));
    export.getStyleClass().add("chip");
    export.setMinWidth(USE_PREF_SIZE);
    addTools(measure, export);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    VBox.setVgrow(table, Priority.ALWAYS);
    canvas.setMinHeight(0);
    getChildren().addAll(news, finding, canvas, table);
    Controls.present(table, false);
  }

  FigureCanvas canvas() { return canvas; }

  Subscription bind(SweepState state, SweepActions actions) {
    export.setOnAction(_ -> canvas.fireEvent(new ExportEvent(canvas)));
    canvas.setOnHitClicked((hit, _) -> { if (hit instanceof Hit.Run run) choose(state, run); });
    canvas.setOnHitHovered(hit -> state.look(look -> look.withSeed(hit.orElse(null) instanceof Hit.Run run
        && run.seed() >= 0
        ? OptionalInt.of(run.seed()) : look.seed())));
    table.onChosen(point -> state.look(look -> look.withPoint(OptionalInt.of(point))));
    canvas.setWording(seen -> spoken(state, seen));
    return Subscription.combine(measure.value().subscribe(next -> { if (next != null) state.measure(next); }),
        state.version().subscribe(_ -> show(state)));
  }

  static void choose(SweepState state, Hit.Run run) {
    state.look(look -> look.withPoint(OptionalInt.of(run.point())).withSeed(run.seed() < 0 ? look.seed()
        : OptionalInt.of(run.seed())));
  }

  Subscription follow() { return canvas.bind(); }

  /// The figure or the table.
  void tableOrNot(SweepState state) {
    boolean on = !table.isVisible();
    Controls.present(table, on);
    Controls.present(canvas, !on);
    if (on) {
      state.reading().ifPresent(reading -> table.show(reading, state.point()));
      table.focus();
    } else {
      canvas.requestFocus();
    }
  }

  boolean isTable() { return table.isVisible(); }

  SweepTableView table() { return table; }

  /// For the projector the table under the figure goes.
  void present(SweepState state, boolean on) {
    presenting = on;
    if (state != null) show(state);
  }

  private void show(SweepState state) {
    if (state.plan() == null) return;
    title.setText(Shown.shortened(state.plan().title(), LONGEST_TITLE));
    state.reading().ifPresentOrElse(reading -> show(state, reading), () -> {
      setAside("");
      canvas.await(WaitingFigure.of(state.fault().isEmpty() ? Words.of("sweepview.wait") : state.fault()));
      finding.show(List.of());
      shown = null;
    });
    news.setText(News.of(state));
    Controls.present(news, !news.getText().isEmpty());
    export.setDisable(state.reading().filter(reading -> reading.summary().results() > 0).isEmpty());
    boolean features = state.plan().experiment().data() instanceof DataSpec.Autoencoder;
    for (Measure each : MEASURES) Controls.present(measure.chip(each), !(features ? OF_LABELS
        : OF_FEATURES).contains(each));
    measure.choose(state.measure());
  }

  private void show(SweepState state, Reading reading) {
    SweepWords words = reading.words();
    setAside(words.measured(), "");
    finding.show(state.stage() == Stage.PLANNED || reading.finding().isEmpty()
        ? List.of(Words.count("sweepview.finding.planned", reading.summary().runs())) : reading.finding());
    SweepLook look = state.look().withRows(!presenting && state.look().rows());
    // Statistics are compared by identity: they are made anew only when something came in.
    if (shown == null || reading.statistics() != drawn
        || !look.equals(drawnAs)) canvas.show(shown = new SweepFigure(words, look));
    drawn = reading.statistics();
    drawnAs = look;
    if (table.isVisible()) table.show(reading, state.point());
  }

  /// The finding, then each column.
  private static String spoken(SweepState state, Description seen) {
    if (state.reading().isEmpty()) return seen.title();
    Reading reading = state.reading().get();
    StringBuilder text = new StringBuilder(String.join(" ", reading.finding()));
    for (int point = 0; point < reading.sweep().points(); point++)
      text.append(' ').append(Words.of("sweepview.spoken.column", reading.words().column(point)));
    return text.toString();
  }
}
