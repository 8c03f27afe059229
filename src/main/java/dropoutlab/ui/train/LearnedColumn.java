package dropoutlab.ui.train;

import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Numbers;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A picture of what one network has learned, under its name and above its errors.
final class LearnedColumn extends VBox {
  private static final double NARROW = 165;

  private final Label title;
  private final FigureCanvas canvas;
  private final Label validationName = Controls.label("validation error", "muted");
  private final Label trainName = Controls.label("train error", "muted");
  private final Label validation = Controls.label("–", "number");
  private final Label train = Controls.label("–", "number");
  private final Label twin = Controls.label("–", "number");
  private final HBox twinRow = row(Controls.label("twin's validation error", "muted"), twin);

  LearnedColumn(Appearance appearance, String id, String name, String titleClass) {
    super(5);
    title = Controls.label(name, titleClass);
    canvas = new FigureCanvas(appearance, id, "What was learned, " + name);
    validation.setId(id + "ValidationError");
    train.setId(id + "TrainError");
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(title, canvas, row(validationName, validation), row(trainName, train), twinRow);
    Controls.present(twinRow, false);
  }

  private static HBox row(Label name, Label value) {
    value.setMinWidth(USE_PREF_SIZE);
    name.setMinWidth(0);
    return new HBox(name, Controls.spring(), value);
  }

  Subscription bind() { return canvas.bind(); }

  FigureCanvas canvas() { return canvas; }

  void setTitle(String text) { title.setText(text); }

  /// `share`: the errors are shares of wrong classes; else root mean squared errors.
  void showErrors(boolean share, double validationError, double trainError) {
    validationName.setText(isShort() ? "validation" : share ? "validation error" : "validation RMSE");
    trainName.setText(isShort() ? "train" : share ? "train error" : "train RMSE");
    validation.setText(Numbers.error(validationError, share));
    train.setText(Numbers.error(trainError, share));
  }

  private boolean isShort() { return canvas.figureWidth() < NARROW; }

  void showTwinErrors(boolean shown, boolean share, double validationError) {
    Controls.present(twinRow, shown);
    twin.setText(Numbers.error(validationError, share));
  }
}
