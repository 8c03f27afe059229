package dropoutlab.ui.sweep;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.sweep.PairFigure;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.words.Words;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// One value against its partner, each seed a dot; the numbers beside it; and new seeds, which tell whether it was
/// luck.
final class PairCard extends CardPane {
  private static final double NARROW = 190;

  private final Label title = Controls.label("", "card-title");
  private final FigureCanvas canvas;
  private final PairNumbers numbers = new PairNumbers();
  private final Button more = new Button(Words.of("sweepview.pair.more"));
  private final Label flatters = Controls.label("", "muted", "small");
  private final Button confirm = Controls.button("confirm", "", Feather.PLAY, Words.of("sweepview.confirm.tip"));
  private final HBox foot = new HBox(10, flatters, Controls.spring(), confirm);
  private SweepStatistics drawn;
  private SweepLook drawnAs;

  PairCard(Appearance appearance) {
    super("pairCard", "");
    getStyleClass().add("pair-card");
    title.setId("pairTitle");
    lead(title);
    title.setMinWidth(0);
    canvas = new FigureCanvas(appearance, "pairFigure", Words.of("sweepview.pair.figure"));
    canvas.setFocusTraversable(true);
    canvas.setMinSize(80, 80);
    HBox.setHgrow(canvas, Priority.ALWAYS);
    more.setId("moreTests");
    more.getStyleClass().add("link-button");
    addTools(more);
    HBox body = new HBox(12, canvas, numbers);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    flatters.setWrapText(true);
    flatters.setMinWidth(0);
    confirm.setMinWidth(USE_PREF_SIZE);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(body, foot);
  }

  FigureCanvas canvas() { return canvas; }

  /// As high as the raster that it takes turns with.
  void beNarrow(boolean on) { canvas.setPrefHeight(on ? NARROW : USE_COMPUTED_SIZE); }

  Subscription bind(SweepState state, SweepActions actions) {
    more.setOnAction(_ -> {
      numbers.moreOrLess();
      show(state, actions);
    });
    confirm.setOnAction(_ -> actions.confirm());
    canvas.setOnHitClicked((hit, _) -> { if (hit instanceof Hit.Run run) FindingCard.choose(state, run); });
    canvas.setOnHitHovered(hit -> state.look(look -> look.withSeed(hit.orElse(null) instanceof Hit.Run run
        && run.seed() >= 0
        ? OptionalInt.of(run.seed()) : look.seed())));
    return state.version().subscribe(_ -> show(state, actions));
  }

  Subscription follow() { return canvas.bind(); }

  private void show(SweepState state, SweepActions actions) {
    Reading reading = state.reading().orElse(null);
    Controls.present(foot, reading != null);
    if (reading == null) return;
    int point = state.point();
    Column column = reading.statistics().columns().get(point);
    title.setText(title(reading, column));
    setAside(Words.of("sweepview.pair.aside"), "");
    SweepLook look = state.look().withPoint(OptionalInt.of(point));
    if (reading.statistics() != drawn || !look.equals(drawnAs)) canvas.show(new PairFigure(reading.words(), look));
    drawn = reading.statistics();
    drawnAs = look;
    numbers.show(reading, column);
    more.setText(Words.of(numbers.isMore() ? "sweepview.pair.fewer" : "sweepview.pair.more"));
    Controls.present(more, column.paired().isPresent());
    showConfirmation(state, actions, reading, point);
  }

  private static String title(Reading reading, Column column) {
    String value = reading.words().named(column.point());
    return column.paired().isEmpty() ? value : Words.of("sweepview.pair.title", value, reading.words().partner());
  }

  /// The value was chosen on these seeds, so it flatters; what new seeds said is told once they are trained.
  private void showConfirmation(SweepState state, SweepActions actions, Reading reading, int point) {
    List<Sweep.Confirmation> all = reading.sweep().confirmations();
    OptionalInt known = IntStream.range(0, all.size()).filter(i -> all.get(i).point() == point).reduce((_,
        last) -> last);
    confirm.setDisable(!actions.canConfirm() || state.isBusy());
    SeedRange seeds = actions.newSeeds();
    confirm.setText(Words.of("sweepview.confirm", seeds.first(), seeds.last()));
    flatters.setText(known.isPresent() ? reading.words().confirmation(known.getAsInt())
        : Words.of("sweepview.confirm.flatters", reading.words().flatters()));
    Controls.present(foot, reading.summary().results() > 0 && reading.sweep().points() > 1);
  }
}
