package dropoutlab.ui.theory;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Reading;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.Findings;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.theory.BenchState.Progress;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The picture of the bench that is looked at. Its numbers can be dragged, its places pressed, and a guess drawn upon it.
final class BenchCard extends StackPane {
  private static final int DECIMALS = 4;
  private static final double PALE = .4;

  private final FigureCanvas canvas;
  private final Label over = Controls.label("", "figure-notice");
  private Desk desk;
  private Findings drawnOf;
  private Showing drawnAs;
  private OptionalInt pointed = OptionalInt.empty();
  private Hit.Number held;
  private double heldX;
  private double heldValue;

  BenchCard(Appearance appearance) {
    getStyleClass().addAll("card", "bench-card");
    canvas = new FigureCanvas(appearance, "benchFigure", Words.of("theory.figure"));
    canvas.setFocusTraversable(true);
    over.setId("benchNotice");
    over.setWrapText(true);
    over.setMouseTransparent(true);
    setAlignment(over, Pos.CENTER);
    getChildren().addAll(canvas, over);
  }

  FigureCanvas canvas() { return canvas; }

  Subscription bind(Desk desk) {
    this.desk = desk;
    canvas.setOnHitDragged(this::drag);
    canvas.setOnHitHovered(this::hover);
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::hold);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pull);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
      held = null;
      desk.endGesture();
    });
    canvas.setOnKeyPressed(this::press);
    return Subscription.combine(desk.shown().subscribe(_ -> pointed = OptionalInt.empty()),
        desk.version().subscribe(_ -> show()), desk.gaps().subscribe(_ -> show()));
  }

  /// Draws until the subscription is closed.
  Subscription follow() { return canvas.bind(); }

  private void show() {
    BenchState at = desk.state();
    Optional<Findings> found = at.findings();
    over.setText(notice(at));
    Controls.present(over, !over.getText().isEmpty());
    boolean broken = at.progress() instanceof Progress.Failed;
    canvas.setVisible(found.isPresent() && !broken);
    // While the next is computed for longer than a moment, the picture of before is paled.
    canvas.setOpacity(at.progress() instanceof Progress.Computing(double share) && share > 0 ? PALE : 1);
    if (found.isEmpty() || broken) return;
    Showing showing = new Showing(at.asks(), at.guess(), at.asks() && at.guess().size() > 1 ? at.next() : -1,
        desk.gaps().get(), pointed);
    if (found.get() == drawnOf && showing.equals(drawnAs)) return;
    // An answer that was just hidden must not be heard any longer.
    boolean turned = drawnAs == null || drawnAs.hidden() != showing.hidden();
    drawnOf = found.get();
    drawnAs = showing;
    boolean asks = at.asks();
    canvas.setWording(seen -> described(at.bench(), asks, found.get(), seen));
    canvas.show(BenchFigures.of(found.get().picture(), showing));
    if (turned) canvas.tellAtOnce();
  }

  private static String notice(BenchState at) {
    return switch (at.progress()) {
      case Progress.Failed(String why) -> why;
      case Progress.Computing(double share) when at.findings().isEmpty() || share > 0 ->
          Words.of("theory.notice.computing", Shown.percent(share));
      case Progress.Stopped _ -> Words.of("theory.notice.stopped");
      case Progress.Unknown _, Progress.Computing _, Progress.Found _ -> "";
    };
  }

  /// What the picture shows, for a screen reader: the claim or the question, what is to be seen, and what is known.
  private static String described(Bench bench, boolean asks, Findings findings, Description seen) {
    String rows = findings.rows().stream().filter(row -> !(asks && row.asked())).map(row -> {
      Reading reading = Reading.of(row, DECIMALS);
      return Words.of("theory.described.row", row.what(), reading.exact(), reading.engine(), reading.verdict());
    }).collect(Collectors.joining(" "));
    return Words.of("theory.described", asks ? findings.question() : bench.card().claim().text(), seen.text(), rows);
  }

  private void hover(Optional<Hit> hit) {
    OptionalInt next = hit.orElse(null) instanceof Hit.Item item ? OptionalInt.of(item.index()) : OptionalInt.empty();
    if (next.equals(pointed)) return;
    pointed = next;
    show();
  }

  private void drag(Hit hit) {
    if (held != null) return;
    switch (hit) {
      case Hit.Guess guess -> desk.guess(guess.index(), guess.value());
      case Hit.Setting setting -> {
        desk.beginGesture();
        desk.change(settings -> settings.with(setting.control(), setting.values()));
      }
      case Hit.Item item -> hover(Optional.of(item));
      default -> {}
    }
  }

  private void hold(MouseEvent event) {
    held = canvas.hit(event.getX(), event.getY()).orElse(null) instanceof Hit.Number number ? number : null;
    if (held == null) return;
    heldX = event.getX();
    heldValue = desk.state().settings().all(held.control()).get(held.index());
    desk.beginGesture();
  }

  private void pull(MouseEvent event) {
    if (held == null) return;
    Control control = desk.state().bench().control(held.control());
    double steps = Math.rint((event.getX() - heldX) / NumberField.PIXELS_A_STEP);
    desk.change(settings -> settings.with(held.control(), held.index(), NumberField.stepped(control, heldValue, steps)));
  }

  /// The arrow keys place the numbers of a guess, one after another.
  private void press(KeyEvent event) {
    BenchState at = desk.state();
    if (!at.asks() || at.guess().size() < 2 || event.isShortcutDown() || event.isAltDown()) return;
    switch (event.getCode()) {
      case UP -> nudge(at, event.isShiftDown() ? 10 : 1);
      case DOWN -> nudge(at, event.isShiftDown() ? -10 : -1);
      case RIGHT -> {
        if (at.guess().get(at.next()).isNaN()) nudge(at, 0);
        desk.goToGuess(at.next() + 1);
      }
      case LEFT -> desk.goToGuess(at.next() - 1);
      case BACK_SPACE -> desk.clearGuess();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void nudge(BenchState at, int steps) {
    double least, most, step;
    switch (at.ask()) {
      case Ask.Place place -> {
        least = place.least();
        most = place.most();
        step = place.step();
      }
      case Ask.Draw draw -> {
        least = draw.least();
        most = draw.most();
        step = draw.step();
      }
      case Ask.Choose _ -> {
        return;
      }
    }
    double before = at.guess().get(at.next());
    if (Double.isNaN(before)) before = at.next() > 0 && !at.guess().get(at.next() - 1).isNaN() ? at.guess().get(at.next() - 1)
        : Math.rint((least + most) / 2 / step) * step;
    desk.guess(at.next(), Math.clamp(before + steps * step, least, most));
  }
}
