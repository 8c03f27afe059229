package dropoutlab.ui.uncertainty;

import dropoutlab.frame.PointPasses.ClassScores;
import dropoutlab.frame.PointPasses;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The scores of the class probabilities at one input, as a sum that one can check: entropy is expected entropy plus
/// information.
final class ClassScoresStrip extends FlowPane {
  private final Label entropy = number("entropy");
  private final Label expected = number("expectedEntropy");
  private final Label information = number("information");
  private final Label variation = number("variationRatio");

  ClassScoresStrip() {
    super(12, 2);
    setId("classScores");
    getChildren().addAll(
        pair(Words.of("uncertainty.sum.entropy"), entropy, Words.of("uncertainty.sum.entropy.tip")),
        pair(Words.of("uncertainty.sum.expected"), expected, Words.of("uncertainty.sum.expected.tip")),
        pair(Words.of("uncertainty.sum.information"), information, Words.of("uncertainty.sum.information.tip")),
        pair(Words.of("uncertainty.sum.variation"), variation, Words.of("uncertainty.sum.variation.tip")));
  }

  private static Label number(String id) {
    Label label = Controls.label("–", "number");
    label.setId(id);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static HBox pair(String name, Label value, String tip) {
    Label word = Controls.label(name, "muted");
    word.setMinWidth(USE_PREF_SIZE);
    Controls.explain(word, tip);
    HBox pair = new HBox(5, word, value);
    pair.setAlignment(Pos.BASELINE_LEFT);
    return pair;
  }

  void show(Optional<PointPasses> point) {
    Optional<ClassScores> scores = point.flatMap(PointPasses::scores);
    Controls.present(this, scores.isPresent());
    scores.ifPresent(s -> {
      entropy.setText(Words.of("uncertainty.sum.nats", Numbers.fixed(s.entropy(), 3)));
      expected.setText(Numbers.fixed(s.expectedEntropy(), 3));
      information.setText(Numbers.fixed(s.information(), 3));
      variation.setText(Numbers.fixed(s.variationRatio(), 2));
    });
  }
}
