package dropoutlab.ui.export;

import dropoutlab.export.picture.Sheet;
import javafx.scene.image.Image;

/// What the sheet shows of the picture.
sealed interface Preview {
  /// There is nothing yet that could be shown.
  record Nothing() implements Preview {}

  /// @param share that is done; NaN where it is not known
  record Computing(double share) implements Preview {}

  /// @param glass through which the picture is seen
  record Shown(Image image, Sheet sheet, Glass glass) implements Preview {}

  /// @param why in a sentence
  record Failed(String why) implements Preview {}
}
