package dropoutlab.ui.uncertainty;

import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Sampling;
import dropoutlab.run.Slot;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FramePump;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Wordings;
import dropoutlab.words.Numbers;
import java.util.OptionalDouble;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Above the views: which of them is shown, whose passes they are of, with which p, and a quiet line while an answer is
/// being computed.
final class WorkspaceHeader extends VBox {
  private static final double PATIENCE_MILLIS = 300;

  /// What the workspace is about.
  enum Topic { PREDICTION, QUALITY, CRITICS }

  private final Segments<Topic> topics = new Segments<Topic>()
      .with(Topic.PREDICTION, "viewPrediction", "Prediction", "What the passes say, and where they part")
      .with(Topic.QUALITY, "viewQuality", "Quality", "Calibration, coverage and scores on held-out data")
      .with(Topic.CRITICS, "viewCritics", "Critics", "What becomes of the variance as the data are repeated");
  private final Wordings state = new Wordings("muted");
  private final Label rate = Controls.label("", "rate-sentence");
  private final ProgressBar line = new ProgressBar(0);
  private long waitingSince;
  private boolean waiting;

  WorkspaceHeader() {
    super(6);
    rate.setId("rateSentence");
    rate.setMinWidth(USE_PREF_SIZE);
    state.setId("inquiryState");
    HBox.setHgrow(state, Priority.ALWAYS);
    HBox row = new HBox(12, topics, state, rate);
    row.setAlignment(Pos.CENTER_LEFT);
    line.setId("answering");
    line.getStyleClass().add("answering");
    line.setMaxWidth(Double.MAX_VALUE);
    line.setAccessibleText("Passes are being taken");
    line.setVisible(false);
    getChildren().addAll(row, line);
    tell("");
  }

  ReadOnlyObjectProperty<Topic> topic() { return topics.value(); }

  /// Watches how the answers come on.
  Subscription watch(FramePump pump) {
    Timeline watch = new Timeline(new KeyFrame(Duration.millis(100), _ -> showWaiting(pump.answered(Slot.INQUIRY))));
    watch.setCycleCount(Animation.INDEFINITE);
    watch.play();
    return watch::stop;
  }

  private void showWaiting(double share) {
    boolean long_ = waiting && (System.nanoTime() - waitingSince) / 1e6 > PATIENCE_MILLIS;
    line.setVisible(long_);
    if (long_) line.setProgress(Double.isNaN(share) ? 0 : share);
  }

  /// Nothing is known yet of the data: what is told of others is no longer true.
  void await(String... words) { state.set(words); }

  /// Something was asked.
  void asked() {
    if (!waiting) waitingSince = System.nanoTime();
    waiting = true;
  }

  /// Nothing is waited for any more.
  void settled() {
    waiting = false;
    line.setVisible(false);
  }

  /// The view that is shown asks nothing.
  void nothingAsked() {
    settled();
    state.set("");
    tell("");
  }

  void show(Frame frame, OptionalDouble p) {
    tell(PredictionRate.sentence(p, frame.experiment().network(), frame.dropRates()));
    if (frame.progress().step() == 0)
      state.set("These are the first weights: nothing is trained yet. Space plays.",
          "nothing is trained yet: Space plays", "not trained yet");
  }

  void show(Answer answer, Frame frame) {
    if (frame.progress().step() == 0 || !(answer.query() instanceof Query.OfPasses asked)) return;
    Sampling sampling = asked.sampling();
    String passes = Numbers.count(sampling.passes()) + (sampling.passes() == 1 ? " pass" : " passes");
    String masks = sampling.held() ? "held masks" : "fresh masks";
    if (answer.draft()) {
      state.set("a first draft: " + passes + " with " + masks + " are being taken", "a first draft of " + passes,
          "a first draft");
      return;
    }
    state.set(passes + " with " + masks + ", weights of epoch " + answer.epoch(), passes + ", epoch " + answer.epoch(),
        passes);
  }

  private void tell(String sentence) {
    rate.setText(sentence);
    Controls.present(rate, !sentence.isEmpty());
  }
}
