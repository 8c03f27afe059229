package dropoutlab.ui.fx;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.scene.control.Slider;
import javafx.util.Subscription;

/// Sliders whose track is filled up to the thumb.
public final class Sliders {
  private Sliders() {}

  public static Slider plain(String id, double min, double max, String accessibleText) {
    Slider slider = new Slider(min, max, min);
    slider.setId(id);
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.getStyleClass().add("small");
    slider.setAccessibleText(accessibleText);
    slider.setBlockIncrement((max - min) / 20);
    return slider;
  }

  /// A slider for a drop rate, from 0 to 0.95, moved by the keys in steps of 0.05.
  public static Slider dropRate(String id, String accessibleText) {
    Slider slider = plain(id, 0, 0.95, accessibleText);
    slider.setBlockIncrement(0.05);
    slider.getStyleClass().add("drop-slider");
    return slider;
  }

  /// Makes one undo step of each drag.
  public static Subscription gestures(Slider slider, LabModel model) {
    return slider.valueChangingProperty().subscribe((_, dragging) -> {
      if (dragging) model.editor().beginGesture();
      else model.editor().endGesture();
    });
  }
}
