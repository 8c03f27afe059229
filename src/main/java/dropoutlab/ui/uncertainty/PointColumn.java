package dropoutlab.ui.uncertainty;

import dropoutlab.figure.catalogue.Draw;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.Shares;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    passes = new FigureCanvas(appearance, "passes-figure", Words.of("uncertainty.point.passes.tip"));
    convergence = new FigureCanvas(appearance, "convergence",
        Words.of("uncertainty.point.convergence.tip"));
    voters = new FigureCanvas(appearance, "voters", Words.of("uncertainty.point.voters.tip"));
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
  void await(Drawing on) {
    String[] words = {Words.of("uncertainty.point.wait"), Words.of("uncertainty.point.wait.short")};
    passes.await(FigureKind.MC_PASSES.ground(on).map(ground -> WaitingFigure.amid(ground, words))
        .orElseGet(() -> WaitingFigure.of(words)));
    convergence.await(WaitingFigure.amid(FigureKind.CONVERGENCE.ground(on).orElseThrow()));
    voters.await(WaitingFigure.of(Words.of("uncertainty.point.voters"), Words.of("uncertainty.point.voters.short"),
        Words.of("uncertainty.point.voters.shortest")));
    Controls.present(votersCard, true);
    column.requestLayout();
  }

  /// Shows the passes at the input that was asked of; those of before stay where none was.
  void show(Result result, Drawing on) {
    Optional<PointPasses> point = Draw.point(result);
    if (point.isEmpty()) return;
    FigureKind.MC_PASSES.of(result, on).ifPresent(passes::show);
    FigureKind.CONVERGENCE.of(result, on).ifPresent(convergence::show);
    boolean drops = !point.get().voters().isEmpty();
    Controls.present(votersCard, drops);
    if (drops) FigureKind.VOTERS.of(result, on).ifPresent(voters::show);
    column.requestLayout();
  }

  Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put(FigureKind.MC_PASSES.id(), () -> passes);
    figures.put(FigureKind.CONVERGENCE.id(), () -> convergence);
    figures.put(FigureKind.VOTERS.id(), () -> votersCard.isVisible() ? voters : null);
    return figures;
  }
}
