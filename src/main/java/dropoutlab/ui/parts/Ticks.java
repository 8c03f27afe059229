package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Shown;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The numbers under a slider that starts at 0.
public final class Ticks extends Pane {
  /// Half of a slider's thumb: its values lie between the thumb's centres.
  private static final double INSET = 7;

  private final double max;
  private final double[] values;

  /// Drop rates.
  public Ticks(double max, double... values) {
    this(max, Arrays.stream(values).mapToObj(Shown::briefRate).toList(), values);
  }

  /// @param words what stands under each of the values
  public Ticks(double max, List<String> words, double... values) {
    this.max = max;
    this.values = values.clone();
    getStyleClass().add("ticks");
    for (String word : words) getChildren().add(Controls.label(word));
  }

  @Override protected void layoutChildren() {
    for (int i = 0; i < values.length; i++) {
      Node label = getChildren().get(i);
      double width = label.prefWidth(-1);
      double centre = INSET + values[i] / max * (getWidth() - 2 * INSET);
      double left = Math.clamp(centre - width / 2, 0, Math.max(0, getWidth() - width));
      label.resizeRelocate(snapPositionX(left), 0, width, label.prefHeight(-1));
    }
  }
}
