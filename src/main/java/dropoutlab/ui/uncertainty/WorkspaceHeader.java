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
import dropoutlab.words.Words;
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
      .with(Topic.PREDICTION, "viewPrediction", Words.of("uncertainty.prediction"),
          Words.of("uncertainty.prediction.tip"))
      .with(Topic.QUALITY, "viewQuality", Words.of("uncertainty.quality"), Words.of("uncertainty.quality.tip"))
      .with(Topic.CRITICS, "viewCritics", Words.of("uncertainty.critics"), Words.of("uncertainty.critics.tip"));
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
    line.setAccessibleText(Words.of("uncertainty.state.line.tip"));
    line.setVisible(false);
    getChildren().addAll(row, line);
    tell("");
  }

  ReadOnlyObjectProperty<Topic> topic() { return topics.value(); }

  void choose(Topic topic) { topics.choose(topic); }

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
      state.set(Words.of("uncertainty.state.untrained"), Words.of("uncertainty.state.untrained.short"),
          Words.of("uncertainty.state.untrained.shortest"));
  }

  void show(Answer answer, Frame frame) {
    if (frame.progress().step() == 0 || !(answer.query() instanceof Query.OfPasses asked)) return;
    Sampling sampling = asked.sampling();
    String passes = Words.count("uncertainty.state.passes", sampling.passes(), Numbers.count(sampling.passes()));
    String masks = Words.of(sampling.held() ? "uncertainty.state.held" : "uncertainty.state.fresh");
    if (answer.draft()) {
      state.set(Words.of("uncertainty.state.draft", passes, masks), Words.of("uncertainty.state.draft.short", passes),
          Words.of("uncertainty.state.draft.shortest"));
      return;
    }
    state.set(Words.of("uncertainty.state.answer", passes, masks, answer.epoch()),
        Words.of("uncertainty.state.answer.short", passes, answer.epoch()), passes);
  }

  private void tell(String sentence) {
    rate.setText(sentence);
    Controls.present(rate, !sentence.isEmpty());
  }
}
