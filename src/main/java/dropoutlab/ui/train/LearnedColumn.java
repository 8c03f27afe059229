package dropoutlab.ui.train;

import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Numbers;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A picture of what one network has learned, under its name and above its errors.
final class LearnedColumn extends VBox {
  private static final double ROOMY_EM = 12.8;

  private final Label title;
  private final FigureCanvas canvas;
  private final Label validationName = Controls.label("", "muted");
  private final Label trainName = Controls.label("", "muted");
  private final Label validation = Controls.label("–", "number");
  private final Label train = Controls.label("–", "number");
  private final Label twin = Controls.label("–", "number");
  private final Label twinName = Controls.label("", "muted");
  private String measure = "error";
  private final HBox twinRow = row(twinName, twin);

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

  Subscription bind() { return canvas.bind().and(widthProperty().subscribe(_ -> name(measure))); }

  FigureCanvas canvas() { return canvas; }

  void setTitle(String text) { title.setText(text); }

  /// The share of wrong classes.
  void showWrong(double validationShare, double trainShare) {
    name("error");
    validation.setText(Numbers.percent(validationShare, 1));
    train.setText(Numbers.percent(trainShare, 1));
  }

  /// Root mean squared errors in the target's unit, which may be "".
  void showRmse(double validationRmse, double trainRmse, double twinsRmse, String unit) {
    name("RMSE");
    List<String> numbers = Numbers.aligned(validationRmse, trainRmse, twinsRmse);
    List<Label> labels = List.of(validation, train, twin);
    for (int i = 0; i < labels.size(); i++)
      labels.get(i).setText(numbers.get(i) + (unit.isEmpty() ? "" : " " + unit));
  }

  void showTwinToo(boolean shown) { Controls.present(twinRow, shown); }

  private void name(String error) {
    measure = error;
    boolean roomy = getWidth() >= ROOMY_EM * validationName.getFont().getSize();
    validationName.setText(roomy ? "validation " + error : "validation");
    trainName.setText(roomy ? "train " + error : "train");
    twinName.setText(roomy ? "twin's validation " + error : "twin");
  }
}
