package dropoutlab.ui.uncertainty;

import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.quality.CritiqueFigure;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Critique;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.run.CriticsBench;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.JobBar;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The critics' bench: with p fixed, does the variance of the passes shrink as the data are repeated?
final class CriticsView extends CardPane implements UncertaintyView {
  private static final CriticsBench.Request STANDARD = CriticsBench.Request.standard();

  private final Slider rate = Sliders.dropRate("criticsP", Words.of("uncertainty.critics.rate.tip"));
  private final Label rateValue = Controls.label("", "number", "rate-value");
  private final CheckedField seed = CheckedField.whole("criticsSeed", Words.of("uncertainty.critics.seed"),
      Words.of("uncertainty.critics.seed.tip"), 0, 9_007_199_254_740_991L);
  private final JobBar run = new JobBar("critics", Words.of("uncertainty.critics.run"), Feather.PLAY,
      Words.of("uncertainty.critics.run.tip"));
  private final FigureCanvas figure;
  private final Label said = Controls.label("", "critique");
  private final Label hint = Controls.label(Words.of("uncertainty.critics.hint"), "muted");
  private long chosenSeed = STANDARD.seed();

  CriticsView(Appearance appearance) {
    super("criticsCard", Words.of("uncertainty.critics.title"), Words.of("uncertainty.critics.aside"), "");
    figure = new FigureCanvas(appearance, "critique", Words.of("uncertainty.critics.figure.tip"));
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    said.setId("critiqueSaid");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    rate.setMin(0.05);
    rate.setValue(STANDARD.p());
    rate.setPrefWidth(150);
    HBox.setHgrow(run, Priority.ALWAYS);
    HBox form = new HBox(10, Controls.label(Words.of("uncertainty.critics.rate"), "muted"), rate, rateValue,
        seed.small(), run);
    form.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(figure, Priority.ALWAYS);
    getChildren().addAll(hint, form, figure, said);
    seed.show(Long.toString(chosenSeed));
  }

  @Override public Region region() { return this; }

  @Override public Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask) {
    run.button().setOnAction(_ -> run(model));
    return Subscription.combine(figure.bind(), run.button().visibleProperty().subscribe(_ -> await()),
        rate.valueProperty().subscribe(_ -> {
          rateValue.setText(Shown.briefRate(p()));
          await();
        }),
        seed.bind(text -> {
          chosenSeed = Long.parseLong(text);
          seed.show(text);
        }), run::stop);
  }

  private double p() { return Math.rint(rate.getValue() * 100) / 100; }

  private CriticsBench.Request request() { return new CriticsBench.Request(p(), STANDARD.passes(), chosenSeed); }

  private void run(LabModel model) {
    CriticsBench.Request request = request();
    run.run(watch -> CriticsBench.measure(request, watch), this::show, model.editor()::report);
  }

  private void show(Critique critique) {
    figure.show(new CritiqueFigure(critique));
    said.setText(CritiqueWords.of(critique));
  }

  @Override public Optional<Query> question() { return Optional.empty(); }

  @Override public boolean asks() { return false; }

  @Override public void show(Answer answer) {}

  /// It has data of its own.
  @Override public void forget() {}

  @Override public void await() {
    if (figure.figure() != null) return;
    figure.await(WaitingFigure.amid(new CritiqueFigure(CriticsBench.expected(request())), !run.button().isVisible()
        ? new String[] {Words.of("uncertainty.critics.running"), Words.of("uncertainty.critics.running.short")}
        : new String[] {Words.of("uncertainty.critics.press"), Words.of("uncertainty.critics.press.short")}));
  }

  @Override public Optional<PointPasses> point() { return Optional.empty(); }

  @Override public boolean hasPoint() { return false; }

  @Override public String reading() {
    return Words.of("uncertainty.critics.reading");
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() { return Map.of(FigureKind.CRITIQUE.id(), () -> figure); }
}
