package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.Figures;
import dropoutlab.figure.catalogue.Grounds;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.train.LearnedColumn.Errors;
import dropoutlab.words.Unit;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What the network and its twin have learned, on the same scale, with the errors under each.
final class LearnedCard extends CardPane {
  private final LearnedColumn network;
  private final LearnedColumn twin;
  private final ToggleButton gap =
      Controls.chip("gap", "gap", "Show the difference, network minus twin, in the twin's place");
  private LabModel model;
  private PointsEditor points;
  private Portrait portrait;
  private Frame frame;

  LearnedCard(Appearance appearance) {
    super("learnedCard", "What it learned", "masks off");
    network = new LearnedColumn(appearance, "learned", "with dropout", "accent-label");
    twin = new LearnedColumn(appearance, "learned-twin", "twin, p = 0", "muted");
    Shares columns = new Shares(Orientation.HORIZONTAL, 16).with(0.5, network).with(0.5, twin);
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().add(columns);
    addTools(gap);
  }

  FigureCanvas left() { return network.canvas(); }

  FigureCanvas right() { return twin.isVisible() ? twin.canvas() : null; }

  Subscription bind(LabModel model, PointsEditor points) {
    this.model = model;
    this.points = points;
    network.canvas().setOnHitClicked(this::click);
    twin.canvas().setOnHitClicked(this::click);
    return Subscription.combine(network.bind(), twin.bind(), gap.selectedProperty().subscribe(_ -> draw()),
        model.data().subscribe(_ -> begin()), model.stage().subscribe(_ -> { if (portrait == null) await(); }),
        model.pump().onFrame(5, this::showErrors), model.pump().onPortrait(p -> {
          portrait = p;
          draw();
        }), () -> {
          portrait = null;
          frame = null;
        });
  }

  /// Other data, or the workspace is shown again: what was learned of the run may be known.
  private void begin() {
    frame = null;
    portrait = model.pump().portrait().orElse(null);
    if (portrait == null) await();
    else draw();
  }

  private void await() {
    DataSet data = model.data().get();
    Experiment experiment = model.experiment().get();
    String[] words = model.stage().get().waitsFor("the first picture is being computed", "being computed", "…");
    boolean pair = data != null && experiment.training().twin() && Grounds.isPair(data.schema());
    Controls.present(twin, pair);
    gap.setDisable(!pair);
    if (data != null && frame == null) showErrors(data.schema(), Errors.NONE, Errors.NONE);
    for (LearnedColumn column : List.of(network, twin))
      column.canvas().await(data == null ? WaitingFigure.of(words)
          : WaitingFigure.on(Grounds.learned(data, experiment.network()), words));
  }

  private void click(Hit hit, MouseEvent event) {
    if (points.isActive() && hit instanceof Hit.Place at)
      points.click(model, at.xData(), at.yData(), event.isShiftDown());
  }

  private void draw() {
    if (portrait == null || model.data().get() == null) return;
    Learned learned = portrait.learned();
    boolean pair = Figures.isPair(learned);
    Controls.present(twin, pair);
    gap.setDisable(!pair);
    Which right = gap.isSelected() ? Which.GAP : Which.TWIN;
    network.setTitle(pair || !Figures.hasTwin(learned) ? "with dropout" : "with dropout, and its twin dashed");
    twin.setTitle(gap.isSelected() ? "gap: network − twin" : "twin, p = 0");
    network.canvas().show(Figures.of(learned, Which.NETWORK, portrait.probe(), model.data().get()));
    if (pair) twin.canvas().show(Figures.of(learned, right, portrait.probe(), model.data().get()));
    if (frame != null) showErrors(frame);
  }

  private void showErrors(Frame next) {
    frame = next;
    if (model.data().get() == null) return;
    Schema schema = model.data().get().schema();
    int row = rowOf(next, Curve.VALIDATION), twinRow = rowOf(next, Curve.TWIN_VALIDATION);
    Errors own = new Errors(value(next, Curve.VALIDATION_ERROR, row), value(next, Curve.TRAIN_ERROR, row));
    Errors twins = new Errors(value(next, Curve.TWIN_VALIDATION_ERROR, twinRow),
        value(next, Curve.TWIN_TRAIN_ERROR, twinRow));
    network.showHeldOut(model.data().get().holdsOut());
    twin.showHeldOut(model.data().get().holdsOut());
    showErrors(schema, own, twins);
    network.showTwinToo(!twin.isVisible() && next.hasTwin());
  }

  private void showErrors(Schema schema, Errors own, Errors twins) {
    show(network, schema, own, twins);
    show(twin, schema, twins, own);
  }

  private static void show(LearnedColumn column, Schema schema, Errors own, Errors others) {
    switch (schema.task()) {
      case CLASSIFICATION -> column.showWrong(own, others);
      case REGRESSION -> column.showRmse(own, others, Unit.of(schema.target()));
    }
  }

  private static float value(Frame frame, Curve curve, int row) {
    return row < 0 ? Float.NaN : frame.history().value(curve, row);
  }

  /// The row of the epoch that is shown: the last one up to it; after early stopping the network's best, or the twin's.
  private static int rowOf(Frame frame, Curve validation) {
    int row = frame.history().size() - 1;
    boolean keepsBest = frame.state() instanceof RunState.Finished && frame.history().bestEpoch().isPresent();
    if (keepsBest && frame.scrubbed().isEmpty()) return frame.history().lowestRow(validation);
    while (row > 0 && frame.scrubbed().isPresent() && frame.history().epoch(row) > frame.scrubbed().getAsInt()) row--;
    return row;
  }
}
