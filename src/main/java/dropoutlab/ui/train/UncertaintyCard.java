package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Scaling;
import dropoutlab.figure.catalogue.Figures;
import dropoutlab.figure.catalogue.Grounds;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.passes.HistogramFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.Uncertainty;
import dropoutlab.frame.Viewport;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.ProbePlace;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.parts.Wordings;
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
final class UncertaintyCard extends CardPane {

  private final ToggleButton open = Controls.chip("mcOpen", "", "Show or hide MC dropout");
  private final UncertaintyControls controls = new UncertaintyControls();
  private final FigureCanvas main;
  private final FigureCanvas side;
  private final Wordings sideText = new Wordings("faint");
  private final VBox sideBox;
  private final Shares figures;
  private LabModel model;
  private ProbePlace probe;
  private DataSet data;
  private Portrait portrait;

  UncertaintyCard(Appearance appearance) {
    super("mcCard", "MC dropout", "dropout stays on");
    main = new FigureCanvas(appearance, "uncertainty", "Uncertainty of T passes with dropout on: arrow keys move the "
        + "probe, or go to another example");
    main.setFocusTraversable(true);
    side = new FigureCanvas(appearance, "probe", "The passes at the probe as a histogram, or the image looked at");
    sideText.setId("probeText");
    sideBox = new VBox(2, side, sideText);
    VBox.setVgrow(side, Priority.ALWAYS);
    figures = new Shares(Orientation.HORIZONTAL, 16).with(0.63, main).with(0.37, sideBox);
    VBox.setVgrow(figures, Priority.ALWAYS);
    open.setSelected(true);
    open.getStyleClass().setAll("fold");
    open.setGraphic(Controls.icon(Feather.CHEVRON_DOWN));
    addTools(controls.passesBox(), open);
    getChildren().addAll(controls, figures);
  }

  BooleanProperty openProperty() { return open.selectedProperty(); }

  FigureCanvas main() { return open.isSelected() ? main : null; }

  FigureCanvas side() { return open.isSelected() && sideBox.isVisible() ? side : null; }

  /// Draws, and has the passes taken, until the subscription is closed.
  Subscription bind(LabModel model) {
    this.model = model;
    if (probe == null) probe = new ProbePlace(() -> model.watched().get().probe(), this::askAt);
    main.setOnHitDragged(hit -> {
      place(hit).ifPresent(probe::click);
      tellProbe();
    });
    main.setOnHitHovered(hit -> {
      hit.flatMap(this::place).ifPresentOrElse(probe::follow, probe::leave);
      tellProbe();
    });
    main.setOnKeyPressed(this::press);
    return Subscription.combine(main.bind(), side.bind(), controls.bind(model, this::draw),
        openProperty().subscribe(this::showOpen), model.data().subscribe(this::forget),
        model.stage().subscribe(_ -> { if (portrait == null) await(); }),
        model.pump().onPortrait(p -> {
          portrait = p;
          probe.answered();
          draw();
        }), this::rest);
  }

  private void showOpen(boolean on) {
    Controls.present(controls, on);
    Controls.present(controls.passesBox(), on);
    Controls.present(figures, on);
    open.getGraphic().setRotate(on ? 0 : -90);
    ask(on);
  }

  private void ask(boolean uncertainty) {
    model.watch(r -> r.withUncertainty(uncertainty));
  }

  private void askAt(Optional<List<Double>> place) {
    model.watch(r -> r.withProbe(place));
  }

  private void rest() {
    portrait = null;
    ask(false);
  }

  /// A probe or example of the old data means nothing in the new.
  private void forget(DataSet next) {
    if (next == data) return;
    data = next;
    portrait = null;
    await();
    if (data == null) return;
    model.watch(r -> r.withExample(0));
    int inputs = data.schema().inputs().size();
    probe.hold(inputs > 2 ? Optional.empty() : Optional.of(start(data.schema().inputScaling())));
  }

  private void await() {
    String[] words = model.stage().get().waitsFor("the first passes are being taken", "taking passes", "…");
    Controls.present(sideBox, data != null && (Grounds.hasProbe(data.schema()) || data.schema().image().isPresent()));
    if (data == null) {
      main.await(WaitingFigure.of(words));
      return;
    }
    int example = model.watched().get().example();
    controls.fit(data.schema());
    main.await(Grounds.hasProbe(data.schema()) ? WaitingFigure.on(Grounds.uncertainty(data, example), words)
        : WaitingFigure.amid(Grounds.uncertainty(data, example), words));
    Controls.present(sideText, Grounds.hasProbe(data.schema()));
    if (data.schema().image().isPresent()) side.show(new ImageFigure(data, example));
    else side.await(WaitingFigure.of("passes at the probe", "passes"));
  }

  /// A place where there is something to see: in the outskirts of the data.
  private static List<Double> start(Scaling inputs) {
    return IntStream.range(0, inputs.columns()).mapToObj(column -> inputs.toRaw(column, -1.5)).toList();
  }

  private Optional<List<Double>> place(Hit hit) {
    boolean known = hit instanceof Hit.Place && model.data().get() != null && portrait != null
        && portrait.uncertainty().filter(Figures::hasProbe).isPresent();
    if (!known) return Optional.empty();
    Hit.Place at = (Hit.Place) hit;
    boolean curve = model.data().get().schema().inputs().size() == 1;
    return Optional.of(curve ? List.of(at.xData()) : List.of(at.xData(), at.yData()));
  }

  private void press(KeyEvent event) {
    if (portrait == null || portrait.uncertainty().isEmpty()) return;
    switch (portrait.uncertainty().get()) {
      case Uncertainty.Maps maps -> probe.press(event, maps.window());
      case Uncertainty.Band band -> probe.press(event, new Viewport(band.x().min(), band.x().max(), 0, 1));
      case Uncertainty.ClassPasses _, Uncertainty.ValuePasses _ -> controls.examples().press(event);
    }
  }

  private void draw() {
    if (portrait == null || portrait.uncertainty().isEmpty() || model.data().get() == null) return;
    DataSet data = model.data().get();
    Uncertainty shown = controls.chosenOf(portrait.uncertainty().get());
    main.show(Figures.of(shown, controls.quantity(shown), portrait.probe(), data));
    Optional<Figure> beside = beside(shown, data);
    Controls.present(sideBox, beside.isPresent());
    beside.ifPresent(side::show);
    Controls.present(sideText, Figures.hasProbe(shown));
    tellProbe();
    figures.requestLayout();
  }

  private void tellProbe() {
    if (probe.isFollowing()) sideText.set("follows the pointer, a click holds it", "a click holds it", "following");
    else sideText.set("held here; hover, click or press arrow keys", "held; hover or click", "held here", "held");
  }

  /// The passes at the probe, or the image that the passes are about.
  private Optional<Figure> beside(Uncertainty shown, DataSet data) {
    if (Figures.hasProbe(shown)) return portrait.probe().map(at -> HistogramFigure.of(at, data.schema()));
    return data.schema().image().flatMap(_ -> Figures.example(shown)).map(row -> new ImageFigure(data, row));
  }
}
