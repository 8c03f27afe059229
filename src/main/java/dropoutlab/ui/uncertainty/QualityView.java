package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.frame.Answer;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Shares;
import dropoutlab.words.Numbers;
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

/// How good the predictions and their uncertainties are on data that were held out: pictures above, the scores of all
/// methods below.
final class QualityView implements UncertaintyView {
  private static final double GAP = 12;

  private final FigureCanvas first;
  private final FigureCanvas sparsification;
  private final CardPane firstCard = new CardPane("reliabilityCard", Words.of("uncertainty.quality.reliability"), "");
  private final CardPane sparseCard = new CardPane("sparsificationCard", Words.of("uncertainty.quality.sparsification"),
      Words.of("uncertainty.quality.sparsification.aside"), Words.of("uncertainty.quality.sparsification.aside.short"));
  private final CardPane scoresCard = new CardPane("scoresCard", Words.of("uncertainty.quality.scores"), "");
  private final ScoresTable scores = new ScoresTable();
  private final VBox column;
  private LabModel model;
  private QuerySettings inquiry;
  private boolean regression;
  private boolean known;

  QualityView(Appearance appearance) {
    first = new FigureCanvas(appearance, "calibration",
        Words.of("uncertainty.quality.reliability.tip"));
    sparsification = new FigureCanvas(appearance, "sparsification",
        Words.of("uncertainty.quality.sparsification.tip"));
    grow(firstCard, first);
    grow(sparseCard, sparsification);
    scoresCard.getChildren().add(scores);
    Shares pictures = new Shares(Orientation.HORIZONTAL, GAP).with(0.5, firstCard).with(0.5, sparseCard);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    column = new VBox(GAP, pictures, scoresCard);
  }

  private static void grow(CardPane card, Region content) {
    VBox.setVgrow(content, Priority.ALWAYS);
    card.getChildren().add(content);
  }

  @Override public Region region() { return column; }

  @Override public Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask) {
    this.model = model;
    this.inquiry = inquiry;
    return Subscription.combine(first.bind(), sparsification.bind());
  }

  /// Nothing can be asked of data that hold nothing out.
  @Override public Optional<Query> question() {
    if (!model.data().get().holdsOut()) return Optional.empty();
    return Optional.of(kind().query(inquiry.asked(model.data().get(), 2, 0)));
  }

  @Override public void show(Answer answer) {
    DataSet data = model.data().get();
    if (!(answer.result() instanceof Result.QualityReport report) || data == null) return;
    Schema schema = data.schema();
    known = true;
    kind().of(report, drawing(data)).ifPresent(first::show);
    FigureKind.SPARSIFICATION.of(report, drawing(data)).ifPresent(sparsification::show);
    scoresCard.setAside(Words.of("uncertainty.quality.scores.aside", Numbers.count(report.examples()),
        Numbers.count(report.passes())),
        Words.of("uncertainty.quality.scores.aside.short", Numbers.count(report.examples())));
    scores.show(report.scores(), schema);
  }

  private FigureKind kind() { return regression ? FigureKind.COVERAGE : FigureKind.CALIBRATION; }

  private Drawing drawing(DataSet data) { return Drawing.print(data, model.experiment().get(), 0); }

  @Override public void forget() {
    known = false;
    if (model.data().get() == null) return;
    regression = model.data().get().schema().task() == Task.REGRESSION;
    scoresCard.setAside("");
    await();
    if (regression) firstCard.setAside(Words.of("uncertainty.quality.coverage.aside"),
        Words.of("uncertainty.quality.coverage.aside.short"));
    else firstCard.setAside(Words.of("uncertainty.quality.reliability.aside"),
        Words.of("uncertainty.quality.reliability.aside.short"));
  }

  @Override public void await() {
    DataSet data = model.data().get();
    if (known || data == null) return;
    String[] words = data.holdsOut() ? Wait.words(model)
        : new String[] {Words.of("uncertainty.quality.nothing"), Words.of("uncertainty.quality.nothing.short"), "…"};
    first.await(WaitingFigure.amid(kind().ground(drawing(data)).orElseThrow(), words));
    sparsification.await(WaitingFigure.amid(FigureKind.SPARSIFICATION.ground(drawing(data)).orElseThrow(), words));
    scores.await(data.schema());
  }

  @Override public Optional<PointPasses> point() { return Optional.empty(); }

  @Override public boolean hasPoint() { return false; }

  @Override public String reading() {
    if (model.data().get() != null && !model.data().get().holdsOut())
      return Words.of("uncertainty.quality.reading.nothing");
    return Words.of(regression ? "uncertainty.quality.reading.regression" : "uncertainty.quality.reading.classes");
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put(kind().id(), () -> first);
    figures.put(FigureKind.SPARSIFICATION.id(), () -> sparsification);
    return figures;
  }
}
