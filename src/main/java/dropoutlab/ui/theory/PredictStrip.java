package dropoutlab.ui.theory;

import dropoutlab.claim.Ask;
import dropoutlab.frame.bench.Findings;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Where a person predicts: one of a few, a mark on a scale, or a curve that is drawn in the figure; and what came of it.
final class PredictStrip extends HBox {
  private static final PseudoClass TRUE = PseudoClass.getPseudoClass("true"), GUESSED = PseudoClass.getPseudoClass("guessed");

  private final Label question = Controls.label("", "predict-question");
  private final HBox answer = new HBox(0);
  private final Label told = Controls.label("", "predict-told");
  private final Button clear = new Button(Words.of("theory.clear"));
  private final Button reveal = new Button();
  private Desk desk;
  private Ask laid;
  private BenchState of;
  private Slider slider;
  private boolean narrow;
  private boolean showing;
  private final List<ToggleButton> options = new ArrayList<>();

  PredictStrip() {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("predict-strip");
    answer.setAlignment(Pos.CENTER_LEFT);
    answer.setMinWidth(USE_PREF_SIZE);
    question.setId("predictQuestion");
    question.setMinWidth(0);
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    told.setId("predictTold");
    told.setMinWidth(USE_PREF_SIZE);
    clear.setId("clearGuess");
    Controls.explain(clear, Words.of("theory.clear.tip"));
    clear.setMinWidth(USE_PREF_SIZE);
    reveal.setId("reveal");
    reveal.setMinWidth(USE_PREF_SIZE);
    Label predict = Controls.label(Words.of("theory.predict"), "card-title");
    predict.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(question, Priority.SOMETIMES);
    getChildren().addAll(predict, question, answer, told, Controls.spring(), clear, reveal);
  }

  void beNarrow(boolean on) {
    narrow = on;
    if (desk != null) show(desk.state());
  }

  Subscription bind(Desk desk) {
    this.desk = desk;
    reveal.setOnAction(_ -> desk.revealOrAsk());
    clear.setOnAction(_ -> desk.clearGuess());
    return desk.version().subscribe(_ -> show(desk.state()));
  }

  private void show(BenchState at) {
    if (at != of || !at.ask().equals(laid)) lay(at);
    showing = true;
    Verbal verbal = new Verbal(at);
    question.setText(at.asks() ? verbal.how() : at.findings().map(Findings::question).orElse(""));
    // Where there is little room the options say enough: the claim stands above them.
    Controls.present(question, !(narrow && !at.asks() && laid instanceof Ask.Choose));
    told.setText(verbal.told());
    Controls.present(told, !told.getText().isEmpty());
    reveal.setText(Words.of(at.asks() ? "theory.reveal" : "theory.again"));
    Controls.explain(reveal, Words.of(at.asks() ? "theory.reveal.tip" : "theory.again.tip"));
    Controls.present(clear, at.asks() && at.guess().size() > 1);
    clear.setDisable(at.guessIsEmpty());
    Controls.present(answer, laid instanceof Ask.Choose || laid instanceof Ask.Place place && place.numbers() == 1 && at.asks());
    showGuess(at);
    showing = false;
  }

  private void showGuess(BenchState at) {
    double guess = at.guess().getFirst();
    if (slider != null) {
      Ask.Place place = (Ask.Place) laid;
      double value = Double.isNaN(guess) ? (place.least() + place.most()) / 2 : guess;
      slider.setValue(position(place, value));
      slider.pseudoClassStateChanged(GUESSED, !Double.isNaN(guess));
    }
    for (int i = 0; i < options.size(); i++) {
      boolean isTrue = !at.asks() && at.findings().isPresent() && at.findings().get().answer().getFirst() == i;
      options.get(i).setSelected(guess == i);
      options.get(i).pseudoClassStateChanged(TRUE, isTrue);
      String text = at.bench().card().options().get(i);
      String marked = guess == i && !at.asks() ? Words.of("theory.option.guessed", text) : text;
      options.get(i).setText(isTrue ? Words.of("theory.option.true", marked) : marked);
      options.get(i).setDisable(!at.asks());
    }
  }

  private void lay(BenchState at) {
    of = at;
    laid = at.ask();
    slider = null;
    options.clear();
    answer.getChildren().clear();
    switch (laid) {
      case Ask.Choose choose -> {
        for (int i = 0; i < choose.options(); i++) answer.getChildren().add(option(at, i));
      }
      case Ask.Place place when place.numbers() == 1 -> answer.getChildren().add(slider(place));
      case Ask.Place _, Ask.Draw _ -> {}
    }
  }

  private Node option(BenchState at, int index) {
    String text = at.bench().card().options().get(index);
    ToggleButton chip = Controls.chip("option-" + index, text, Words.of("theory.option.tip", text));
    chip.getStyleClass().add("option");
    chip.setMinWidth(USE_PREF_SIZE);
    chip.setOnAction(_ -> {
      chip.setSelected(true);
      desk.guess(0, index);
    });
    options.add(chip);
    return chip;
  }

  private Slider slider(Ask.Place place) {
    slider = Sliders.plain("guess", 0, 1, Words.of("theory.guess"));
    slider.getStyleClass().add("guess-slider");
    slider.setBlockIncrement(place.log() ? .05 : Math.max(.01, place.step() / (place.most() - place.least())));
    slider.valueProperty().subscribe((_, now) -> { if (!showing) desk.guess(0, value(place, now.doubleValue())); });
    return slider;
  }

  private static double position(Ask.Place place, double value) {
    if (!place.log()) return (value - place.least()) / (place.most() - place.least());
    return Math.log(value / place.least()) / Math.log(place.most() / place.least());
  }

  /// On a logarithmic scale two digits are enough.
  private static double value(Ask.Place place, double position) {
    if (!place.log())
      return Math.clamp(Math.rint((place.least() + position * (place.most() - place.least())) / place.step()) * place.step(),
          place.least(), place.most());
    double value = place.least() * Math.pow(place.most() / place.least(), position);
    double digit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    return Math.rint(value / digit) * digit;
  }
}
