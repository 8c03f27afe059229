package dropoutlab.ui.uncertainty;

import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.Grounds;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.passes.VotersFigure;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.Shares;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The passes at one input: how they are spread, how the estimates settle with T, and which thinned networks spoke for
/// each side.
final class PointColumn {
  private final FigureCanvas passes;
  private final FigureCanvas convergence;
  private final FigureCanvas voters;
  private final Region votersCard;
  private final Shares column;

  PointColumn(Appearance appearance, double gap) {
    passes = new FigureCanvas(appearance, "passes-figure", "How the passes at the probe are spread");
    convergence = new FigureCanvas(appearance, "convergence",
        "Mean and standard deviation of the first passes, against their number");
    voters = new FigureCanvas(appearance, "voters", "Some thinned networks of each side and what they said");
    votersCard = card("votersCard", voters);
    column = new Shares(Orientation.VERTICAL, gap).with(0.33, card("passesCard", passes))
        .with(0.25, card("convergenceCard", convergence)).with(0.42, votersCard);
  }

  /// The figures say themselves what they are.
  private static Region card(String id, FigureCanvas figure) {
    VBox card = new VBox(figure);
    card.setId(id);
    card.getStyleClass().add("card");
    VBox.setVgrow(figure, Priority.ALWAYS);
    return card;
  }

  Region region() { return column; }

  Subscription bind() { return Subscription.combine(passes.bind(), convergence.bind(), voters.bind()); }

  /// Nothing is known yet of any input: says what is to come.
  void await(Schema schema) {
    String[] words = {"every pass at one input", "passes at an input"};
    passes.await(Grounds.passes(schema).map(ground -> WaitingFigure.amid(ground, words))
        .orElseGet(() -> WaitingFigure.of(words)));
    convergence.await(WaitingFigure.amid(Grounds.convergence(schema)));
    voters.await(WaitingFigure.of("the thinned networks that speak for each side", "thinned networks of each side",
        "thinned networks"));
    Controls.present(votersCard, true);
    column.requestLayout();
  }

  /// @param label   the true class, where it is known
  /// @param weights the network's that was asked
  void show(PointPasses point, Schema schema, OptionalInt label, Optional<Weights> weights) {
    boolean manyClasses = schema.task() == Task.CLASSIFICATION && schema.classes().size() > 2;
    passes.show(manyClasses ? new PassesStrip(point, schema, label) : new PassesHistogram(point, schema));
    convergence.show(new ConvergenceFigure(point.convergence(), quantity(point, schema)));
    Controls.present(votersCard, !point.voters().isEmpty());
    if (!point.voters().isEmpty()) voters.show(new VotersFigure(point, schema, weights));
    column.requestLayout();
  }

  private static String quantity(PointPasses point, Schema schema) {
    return schema.task() == Task.REGRESSION ? schema.target()
        : "p(class " + schema.classes().get(point.column()) + ")";
  }

  Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put("passes", () -> passes);
    figures.put("convergence", () -> convergence);
    figures.put("voters", () -> votersCard.isVisible() ? voters : null);
    return figures;
  }
}
