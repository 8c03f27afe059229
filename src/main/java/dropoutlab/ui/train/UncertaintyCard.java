package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Scaling;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.figure.catalogue.Draw;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Answer;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.run.Slot;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.ProbePlace;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.parts.Wordings;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// How sure the network is: T passes with dropout on. It draws from its own random stream, so that looking changes
/// nothing; closed, it computes nothing.
final class UncertaintyCard extends CardPane {
  private static final int CELLS = 60;

  private final ToggleButton open = Controls.chip("mcOpen", "", Words.of("trainview.mc.open.tip"));
  private final UncertaintyControls controls = new UncertaintyControls();
  private final FigureCanvas main;
  private final FigureCanvas side;
  private final Wordings sideText = new Wordings("faint");
  private final VBox sideBox;
  private final Shares figures;
  private final Label misfit = Controls.label(Words.of("autoencoder.no_passes"), "muted");
  private final ReadOnlyBooleanWrapper roomy = new ReadOnlyBooleanWrapper(this, "roomy", true);
  private final ObjectProperty<Optional<List<Double>>> probed =
      new SimpleObjectProperty<>(this, "probed", Optional.empty());
  private LabModel model;
  private ProbePlace probe;
  private Optional<List<Double>> asked = Optional.empty();
  private Optional<List<Double>> remembered = Optional.empty();
  private DataSet data;
  private Result shown;

  UncertaintyCard(Appearance appearance) {
    super("mcCard", Words.of("trainview.mc.title"), Words.of("trainview.mc.aside"));
    main = new FigureCanvas(appearance, "uncertainty", Words.of("trainview.mc.tip"));
    main.setFocusTraversable(true);
    side = new FigureCanvas(appearance, "probe", Words.of("trainview.mc.probe.tip"));
    sideText.setId("probeText");
    sideBox = new VBox(2, side, sideText);
    VBox.setVgrow(side, Priority.ALWAYS);
    figures = new Shares(Orientation.HORIZONTAL, 16).with(0.63, main).with(0.37, sideBox);
    VBox.setVgrow(figures, Priority.ALWAYS);
    open.setSelected(true);
    open.getStyleClass().setAll("fold");
    open.setGraphic(Controls.icon(Feather.CHEVRON_DOWN));
    addTools(controls.passesBox(), open);
    misfit.setId("mcMisfit");
    misfit.setWrapText(true);
    getChildren().addAll(controls, misfit, figures);
  }

  /// Whether there is a picture, which needs room.
  ReadOnlyBooleanProperty roomy() { return roomy.getReadOnlyProperty(); }

  /// The place of which the passes are shown; empty where none are.
  ReadOnlyObjectProperty<Optional<List<Double>>> probed() { return probed; }

  /// The figures that are shown, by name.
  Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    if (data == null || !open.isSelected() || !hasOneAnswer()) return figures;
    figures.put(controls.kind(data.schema()).id(), () -> main);
    if (sideBox.isVisible()) figures.put((isProbed() ? FigureKind.MC_PASSES : FigureKind.IMAGE).id(), () -> side);
    return figures;
  }

  /// Draws, and has the passes taken, until the subscription is closed.
  Subscription bind(LabModel model) {
    this.model = model;
    if (probe == null) probe = new ProbePlace(() -> asked, this::askAt);
    main.setOnHitDragged(hit -> {
      place(hit).ifPresent(probe::click);
      tellProbe();
    });
    main.setOnHitHovered(hit -> {
      hit.flatMap(this::place).ifPresentOrElse(probe::follow, probe::leave);
      tellProbe();
    });
    main.setOnKeyPressed(this::press);
    return Subscription.combine(main.bind(), side.bind(), controls.bind(model, this::ask, this::draw),
        open.selectedProperty().subscribe(this::showOpen), model.data().subscribe(this::forget),
        model.stage().subscribe(_ -> { if (shown == null) await(); }),
        model.pump().onAnswer(Slot.PASSES, this::show), this::rest);
  }

  private void showOpen(boolean on) {
    presentControls();
    open.getGraphic().setRotate(on ? 0 : -90);
    ask();
  }

  private void presentControls() {
    boolean fits = data == null || hasOneAnswer(), on = open.isSelected() && fits;
    Controls.present(controls, on);
    Controls.present(controls.passesBox(), on);
    Controls.present(figures, on);
    Controls.present(misfit, open.isSelected() && !fits);
    roomy.set(on);
  }

  /// Passes are about one answer: reconstructed inputs are too many to show how sure each is.
  private boolean hasOneAnswer() { return data.schema().task() != Task.RECONSTRUCTION; }

  private void ask() {
    if (!open.isSelected() || data == null || !hasOneAnswer()) rest();
    else model.ask(Slot.PASSES, controls.kind(data.schema()).query(Asked.of(data, controls.sampling(), CELLS,
        controls.example().get()).with(a -> a.probe(asked).bayes(false))));
  }

  private void askAt(Optional<List<Double>> place) {
    asked = place;
    ask();
  }

  private void rest() {
    shown = null;
    probed.set(Optional.empty());
    model.askNothing(Slot.PASSES);
  }

  private void show(Answer answer) {
    shown = answer.result();
    probe.answered();
    draw();
  }

  /// A probe or example of the old data means nothing in the new.
  private void forget(DataSet next) {
    if (next == data) {
      ask();
      return;
    }
    data = next;
    shown = null;
    probed.set(Optional.empty());
    asked = Optional.empty();
    controls.example().set(0);
    await();
    if (data == null) return;
    if (!hasOneAnswer()) {
      rest();
      return;
    }
    probe.hold(isProbed() ? Optional.of(start(data.schema().inputScaling())) : Optional.empty());
    probe.restore(remembered);
    remembered = Optional.empty();
  }

  /// Where the probe is held.
  Optional<List<Double>> held() { return probe == null ? Optional.empty() : probe.held(); }

  /// Holds it there again: now, or once the data are there that it belongs to.
  void restore(Optional<List<Double>> place) {
    if (probe != null && data == model.data().get()) probe.restore(place);
    else remembered = place;
  }

  private boolean isProbed() { return FigureKind.fitting(data.schema()) != FigureKind.MC_PASSES; }

  private Drawing drawing() {
    return Drawing.print(data, model.experiment().get(), controls.example().get())
        .with(d -> d.line(controls.line()).alone(true));
  }

  private void await() {
    String[] words = model.stage().get().waitsFor(Words.of("trainview.mc.wait"),
        Words.of("trainview.mc.wait.short"), "…");
    Controls.present(sideBox, data != null && (isProbed() || data.schema().image().isPresent()));
    if (data == null) {
      main.await(WaitingFigure.of(words));
      return;
    }
    presentControls();
    if (!hasOneAnswer()) return;
    controls.fit(data.schema());
    Figure ground = controls.kind(data.schema()).ground(drawing()).orElseThrow();
    main.await(isProbed() ? WaitingFigure.on(ground, words) : WaitingFigure.amid(ground, words));
    Controls.present(sideText, isProbed());
    if (data.schema().image().isPresent()) side.show(new ImageFigure(data, controls.example().get()));
    else side.await(WaitingFigure.of(Words.of("trainview.mc.probe"), Words.of("trainview.mc.probe.short")));
  }

  /// A place where there is something to see: in the outskirts of the data.
  private static List<Double> start(Scaling inputs) {
    return IntStream.range(0, inputs.columns()).mapToObj(column -> inputs.toRaw(column, -1.5)).toList();
  }

  private Optional<List<Double>> place(Hit hit) {
    if (shown == null || !(hit instanceof Hit.Place at) || !isProbed()) return Optional.empty();
    return Optional.of(InputSpace.isLine(data.schema()) ? List.of(at.xData()) : List.of(at.xData(), at.yData()));
  }

  private void press(KeyEvent event) {
    if (shown == null) return;
    if (isProbed()) probe.press(event, InputSpace.window(data));
    else controls.examples().press(event);
  }

  private void draw() {
    if (shown == null || data == null) return;
    controls.kind(data.schema()).of(shown, drawing()).ifPresent(main::show);
    Optional<PointPasses> point = Draw.point(shown);
    probed.set(isProbed() ? point.map(UncertaintyCard::place) : Optional.empty());
    Optional<Figure> beside = beside(point);
    Controls.present(sideBox, beside.isPresent());
    beside.ifPresent(side::show);
    Controls.present(sideText, isProbed());
    tellProbe();
    figures.requestLayout();
  }

  private static List<Double> place(PointPasses at) {
    return IntStream.range(0, at.at().size()).mapToObj(column -> at.at().get(column)).toList();
  }

  private void tellProbe() {
    if (probe.isFollowing()) sideText.set(Words.of("trainview.mc.follows"),
        Words.of("trainview.mc.follows.short"), Words.of("trainview.mc.follows.shortest"));
    else sideText.set(Words.of("trainview.mc.held"), Words.of("trainview.mc.held.short"),
        Words.of("trainview.mc.held.shorter"), Words.of("trainview.mc.held.shortest"));
  }

  /// The passes at the probe, or the image that the passes are about.
  private Optional<Figure> beside(Optional<PointPasses> point) {
    if (isProbed()) return FigureKind.MC_PASSES.of(shown, drawing());
    return data.schema().image().flatMap(_ -> point).flatMap(PointPasses::known)
        .map(known -> new ImageFigure(data, known.row()));
  }
}
