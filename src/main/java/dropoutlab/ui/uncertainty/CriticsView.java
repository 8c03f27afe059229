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

  private final Slider rate = Sliders.dropRate("criticsP", "Drop rate p of the bench, fixed");
  private final Label rateValue = Controls.label("", "number", "rate-value");
  private final CheckedField seed = CheckedField.whole("criticsSeed", "seed", "Seed of the bench; Enter applies it", 0,
      9_007_199_254_740_991L);
  private final JobBar run = new JobBar("critics", "Run the bench", Feather.PLAY,
      "Trains small models on 20 examples, and on each of them 10 and 100 times over");
  private final FigureCanvas figure;
  private final Label said = Controls.label("", "critique");
  private final Label hint = Controls.label("A linear model and 32 hidden units learn from 20 examples, then from 10 "
      + "and 100 copies of each.", "muted");
  private long chosenSeed = STANDARD.seed();

  CriticsView(Appearance appearance) {
    super("criticsCard", "Does the spread shrink with the data?", "the critics' bench, with data of its own", "");
    figure = new FigureCanvas(appearance, "critique",
        "Standard deviation of the passes, and of exact Bayes, against the number of examples");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    said.setId("critiqueSaid");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    rate.setMin(0.05);
    rate.setValue(STANDARD.p());
    rate.setPrefWidth(150);
    HBox.setHgrow(run, Priority.ALWAYS);
    HBox form = new HBox(10, Controls.label("p", "muted"), rate, rateValue, seed.small(), run);
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
        ? new String[] {"the bench is running", "running"}
        : new String[] {"press “Run the bench”: these curves come in some seconds", "press “Run the bench”"}));
  }

  @Override public Optional<PointPasses> point() { return Optional.empty(); }

  @Override public boolean hasPoint() { return false; }

  @Override public String reading() {
    return "With p fixed, the spread of a linear model's passes follows from p and the weights, and not from how many "
        + "data there were (Osband 2016). A posterior would shrink.";
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() { return Map.of(FigureKind.CRITIQUE.id(), () -> figure); }
}
