package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Scaling;
import dropoutlab.figure.Hit;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Uncertainty;
import dropoutlab.frame.Window;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// How sure the network is: T passes with dropout on. It draws from its own random stream, so that looking changes
/// nothing; closed, it computes nothing.
final class UncertaintyCard extends Card {
  private static final double KEY_STEP = 1.0 / 30;

  private final ToggleButton open = Controls.chip("mcOpen", "", "Show or hide MC dropout");
  private final UncertaintyControls controls = new UncertaintyControls();
  private final FigureCanvas main;
  private final FigureCanvas probe;
  private final Shares figures;
  private LabModel model;
  private Portrait portrait;

  UncertaintyCard(Appearance appearance) {
    super("mcCard", "MC dropout", "dropout stays on");
    main = new FigureCanvas(appearance, "uncertainty",
        "Uncertainty of T passes with dropout on: arrow keys move the probe");
    main.setFocusTraversable(true);
    probe = new FigureCanvas(appearance, "probe", "Histogram of the passes at the probe");
    figures = new Shares(Orientation.HORIZONTAL, 16).with(0.63, main).with(0.37, probe);
    VBox.setVgrow(figures, Priority.ALWAYS);
    open.setSelected(true);
    open.getStyleClass().setAll("fold");
    open.setGraphic(Controls.icon(Feather.CHEVRON_DOWN));
    addTools(controls.passesBox(), open);
    getChildren().addAll(controls, figures);
  }

  BooleanProperty openProperty() { return open.selectedProperty(); }

  FigureCanvas main() { return open.isSelected() ? main : null; }

  FigureCanvas side() { return open.isSelected() && probe.isVisible() ? probe : null; }

  Subscription bind(LabModel model) {
    this.model = model;
    main.setOnHitDragged(hit -> { if (hit instanceof Hit.Place at) moveProbe(at.xData(), at.yData()); });
    main.setOnKeyPressed(this::press);
    return Subscription.combine(main.bind(), probe.bind(), controls.bind(model, this::draw),
        openProperty().subscribe(on -> {
          Controls.present(controls, on);
          Controls.present(controls.passesBox(), on);
          Controls.present(figures, on);
          open.getGraphic().setRotate(on ? 0 : -90);
          model.watch(r -> new PortraitRequest(on, r.passes(), r.held(), r.cells(), r.probe(), r.example()));
        }),
        model.data().subscribe(this::forget),
        model.pump().onPortrait(p -> {
          portrait = p;
          draw();
        }));
  }

  /// A probe or example of the old data means nothing in the new.
  private void forget(DataSet data) {
    portrait = null;
    if (data == null) return;
    int inputs = data.schema().inputs().size();
    Optional<List<Double>> start = inputs > 2 ? Optional.empty() : Optional.of(start(data.schema().inputScaling()));
    model.watch(r -> new PortraitRequest(r.uncertainty(), r.passes(), r.held(), r.cells(), start, 0));
  }

  /// A place where there is something to see: in the outskirts of the data.
  private static List<Double> start(Scaling inputs) {
    return IntStream.range(0, inputs.columns()).mapToObj(column -> inputs.toRaw(column, -1.5)).toList();
  }

  private void moveProbe(double x, double y) {
    if (model.data().get() == null) return;
    List<Double> at = model.data().get().schema().inputs().size() == 1 ? List.of(x) : List.of(x, y);
    model.watch(r -> new PortraitRequest(r.uncertainty(), r.passes(), r.held(), r.cells(), Optional.of(at),
        r.example()));
  }

  private void press(KeyEvent event) {
    List<Double> at = model.watched().get().probe().orElse(null);
    if (at == null || portrait == null) return;
    Window window = UncertaintyFigures.window(portrait.uncertainty().orElse(null));
    double dx = KEY_STEP * (window.xMax() - window.xMin());
    double dy = KEY_STEP * (window.yMax() - window.yMin());
    double y = at.size() > 1 ? at.get(1) : 0;
    switch (event.getCode()) {
      case LEFT -> moveProbe(at.getFirst() - dx, y);
      case RIGHT -> moveProbe(at.getFirst() + dx, y);
      case UP -> moveProbe(at.getFirst(), y + dy);
      case DOWN -> moveProbe(at.getFirst(), y - dy);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void draw() {
    if (portrait == null || portrait.uncertainty().isEmpty() || model.data().get() == null) return;
    Uncertainty shown = portrait.uncertainty().get();
    controls.fit(shown, model.data().get());
    main.show(UncertaintyFigures.main(shown, controls.options(), portrait.probe(), model.data().get()));
    Controls.present(probe, UncertaintyFigures.hasProbe(shown) && portrait.probe().isPresent());
    portrait.probe().ifPresent(p -> probe.show(UncertaintyFigures.histogram(p, model.data().get().schema())));
    figures.requestLayout();
  }
}
