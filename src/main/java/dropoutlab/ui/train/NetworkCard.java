package dropoutlab.ui.train;

import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.network.MaskFigure;
import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Frame;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Pin;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Stage;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Shares;
import dropoutlab.words.Words;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The network as one example of the batch sees it, and the masks of the whole batch beside it: the experiment's own,
/// or the one that is chosen of those that learn beside.
final class NetworkCard extends CardPane {
  private static final double FRAMES_PER_SECOND = 22;

  private final FigureCanvas network;
  private final FigureCanvas masks;
  private final Button before =
      Controls.quietButton("exampleBefore", Feather.CHEVRON_UP, Words.of("trainview.net.before"));
  private final Button after =
      Controls.quietButton("exampleAfter", Feather.CHEVRON_DOWN, Words.of("trainview.net.after"));
  private final ToggleButton gradients =
      Controls.chip("gradients", Words.of("trainview.net.gradients"), Words.of("trainview.net.gradients.tip"));
  private final NetworkChoice choice = new NetworkChoice();
  /// Seen from the chosen network.
  private Frame frame;
  private LabModel model;
  private int example;
  private UnitCursor cursor = UnitCursor.FIRST;

  NetworkCard(Appearance appearance) {
    super("networkCard", Words.of("trainview.net.title"), "");
    network = new FigureCanvas(appearance, "network", Words.of("trainview.net.tip"));
    masks = new FigureCanvas(appearance, "masks", Words.of("trainview.net.masks.tip"));
    network.setFocusTraversable(true);
    Shares figures = new Shares(Orientation.HORIZONTAL, 8).with(0.82, network).with(0.18, masks);
    VBox.setVgrow(figures, Priority.ALWAYS);
    getChildren().add(figures);
    addTools(choice, gradients, before, after);
  }

  /// Which network is shown, as the command line's options say it.
  Map<String, String> options() { return ownShown() ? Map.of() : Map.of("network", choice.shown().get()); }

  int example() { return example; }

  /// An example that the batch does not have means its last.
  void restoreExample(int row) {
    example = row;
    draw();
  }

  FigureCanvas network() { return network; }

  FigureCanvas masks() { return masks; }

  Subscription bind(LabModel model) {
    this.model = model;
    before.setOnAction(_ -> choose(example - 1));
    after.setOnAction(_ -> choose(example + 1));
    network.setOnHitClicked((hit, _) -> { if (hit instanceof Hit.Unit unit) pin(unit.layer(), unit.unit()); });
    masks.setOnHitClicked((hit, _) -> { if (hit instanceof Hit.MaskCell cell) choose(cell.example()); });
    network.setOnKeyPressed(this::press);
    return Subscription.combine(network.bind(), masks.bind(), gradients.selectedProperty().subscribe(_ -> draw()),
        choice.shown().subscribe(_ -> changeNetwork()),
        model.data().subscribe(_ -> await()), model.stage().subscribe(_ -> { if (frame == null) await(); }),
        model.pump().onFrame(FRAMES_PER_SECOND, this::show), () -> frame = null);
  }

  /// The old network does not go with the new data.
  private void await() {
    frame = null;
    setAside("");
    Stage stage = model.stage().get();
    network.await(WaitingFigure.of(stage.waitsFor(Words.of("trainview.net.wait"),
        Words.of("trainview.net.wait.short"))));
    masks.await(WaitingFigure.of(stage == Stage.SHOWN ? Words.of("trainview.net.masks") : ""));
  }

  private void show(Frame next) {
    choice.offer(next.beside());
    frame = ownShown() ? next : next.seenFrom(choice.shown().get());
    draw();
  }

  private void changeNetwork() {
    cursor = UnitCursor.FIRST;
    model.pump().latest().ifPresent(this::show);
  }

  private boolean ownShown() { return choice.shown().get().equals(Beside.OWN); }

  private void choose(int wanted) {
    if (frame == null) return;
    example = Math.clamp(wanted, 0, frame.network().batchSize() - 1);
    draw();
  }

  private void draw() {
    if (frame == null || model.data().get() == null) return;
    int chosen = Math.min(example, frame.network().batchSize() - 1);
    int batch = frame.network().batchSize();
    setAside(Words.of("trainview.net.example", chosen + 1, batch),
        Words.of("trainview.net.example.short", chosen + 1, batch),
        Words.of("trainview.net.example.shortest", chosen + 1, batch));
    network.show(new NetworkFigure(frame.network(), model.data().get().schema(), chosen,
        new NetworkFigure.Options(gradients.isSelected())));
    masks.show(new MaskFigure(frame.network(), chosen));
  }

  private void press(KeyEvent event) {
    if (frame == null) return;
    switch (event.getCode()) {
      case UP -> cursor = cursor.moved(frame.network(), 0, -1);
      case DOWN -> cursor = cursor.moved(frame.network(), 0, 1);
      case LEFT -> cursor = cursor.moved(frame.network(), -1, 0);
      case RIGHT -> cursor = cursor.moved(frame.network(), 1, 0);
      case PAGE_UP -> choose(example - 1);
      case PAGE_DOWN -> choose(example + 1);
      case D -> pin(cursor.layer(), cursor.unit());
      default -> {
        return;
      }
    }
    pointAtCursor();
    event.consume();
  }

  private void pointAtCursor() {
    if (network.figure() instanceof NetworkFigure figure) {
      Hit.Place place = figure.place(cursor.layer(), cursor.unit(), network.figureWidth(), network.figureHeight());
      network.pointAt(place.xData(), place.yData());
    }
  }

  /// Random, dropped, kept, and random again. The output is never dropped, nor what a body gives out.
  private void pin(int layer, int unit) {
    if (layer >= frame.network().layers().size() - 1 || layer == 0 && !frame.network().beginsWithInputs()) return;
    cursor = new UnitCursor(layer, unit);
    if (layer == 0 && frame.experiment().network().words().isPresent()) {
      model.editor().report(Words.of("trainview.net.words_not_pinned"));
      return;
    }
    if (layer > 0 && frame.experiment().network().hidden().get(layer - 1).method().dropsWeights()) {
      model.editor().report(Words.of("trainview.net.weights_not_pinned", layer));
      return;
    }
    Pin now = frame.network().layers().get(layer).pin(unit);
    Pin next = switch (now) {
      case RANDOM -> Pin.DROPPED;
      case DROPPED -> Pin.KEPT;
      case KEPT -> Pin.RANDOM;
    };
    model.pin(ownShown() ? null : choice.shown().get(), layer, unit, now, next);
  }
}
