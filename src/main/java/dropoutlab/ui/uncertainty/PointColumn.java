package dropoutlab.ui.uncertainty;

import dropoutlab.data.Schema;
import dropoutlab.figure.ConvergenceFigure;
import dropoutlab.figure.PassesHistogram;
import dropoutlab.figure.PassesStrip;
import dropoutlab.figure.VotersFigure;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.Card;
import dropoutlab.ui.parts.Shares;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
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
  private final Card passesCard = new Card("passesCard", "The passes at the probe", "");
  private final Card convergenceCard = new Card("convergenceCard", "Enough passes?", "mean and sd as T grows",
      "as T grows");
  private final Card votersCard = new Card("votersCard", "Who spoke", "thinned networks of each side",
      "thinned networks");
  private final Shares column;

  PointColumn(Appearance appearance, double gap) {
    passes = new FigureCanvas(appearance, "passes-figure", "How the passes at the probe are spread");
    convergence = new FigureCanvas(appearance, "convergence",
        "Mean and standard deviation of the first passes, against their number");
    voters = new FigureCanvas(appearance, "voters", "Some thinned networks of each side and what they said");
    fill(passesCard, passes);
    fill(convergenceCard, convergence);
    fill(votersCard, voters);
    column = new Shares(Orientation.VERTICAL, gap).with(0.4, passesCard).with(0.28, convergenceCard)
        .with(0.32, votersCard);
  }

  private static void fill(Card card, Node node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    card.getChildren().add(node);
  }

  Region region() { return column; }

  Subscription bind() { return Subscription.combine(passes.bind(), convergence.bind(), voters.bind()); }

  /// @param title   what the passes are at
  /// @param label   the true class, where it is known
  /// @param weights the network's that was asked
  void show(PointPasses point, String title, Schema schema, OptionalInt label, Optional<Weights> weights) {
    passesCard.setAside(title);
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
