package dropoutlab.ui.train;

import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A picture of what one network has learned, under its name and above its errors; where the twin stands in the same
/// picture, its errors stand beside the network's.
final class LearnedColumn extends VBox {
  /// Above these widths, in letter heights, there is room for whole names.
  private static final double ROOMY_ALONE = 12.8;
  private static final double ROOMY_WITH_TWIN = 24;

  private final Label title;
  private final FigureCanvas canvas;
  private final Row validation;
  private final HBox held;
  private final Row train;
  private String measure = Words.of("trainview.learned.error");
  private boolean withTwin;

  /// A line of numbers under the picture.
  private record Row(String word, Label name, Label value, Label twin) {
    Row(String word, String id) {
      this(word, Controls.label("", "muted"), Controls.label("–", "number"), Controls.label("", "number", "muted"));
      value.setId(id);
      value.setMinWidth(USE_PREF_SIZE);
      twin.setMinWidth(USE_PREF_SIZE);
      name.setMinWidth(0);
      HBox.setMargin(twin, new Insets(0, 0, 0, 12));
      Controls.present(twin, false);
    }

    HBox box() { return new HBox(name, Controls.spring(), value, twin); }
  }

  LearnedColumn(Appearance appearance, String id, String name, String titleClass) {
    super(5);
    title = Controls.label(name, titleClass);
    canvas = new FigureCanvas(appearance, id, Words.of("trainview.learned.tip", name));
    validation = new Row(Words.of("trainview.learned.validation"), id + "ValidationError");
    train = new Row(Words.of("trainview.learned.train"), id + "TrainError");
    VBox.setVgrow(canvas, Priority.ALWAYS);
    held = validation.box();
    getChildren().addAll(title, canvas, held, train.box());
  }

  Subscription bind() { return canvas.bind().and(widthProperty().subscribe(_ -> nameRows())); }

  FigureCanvas canvas() { return canvas; }

  void setTitle(String text) { title.setText(text); }

  /// The shares of wrong classes, of this network and of the twin.
  void showWrong(Errors own, Errors twins) {
    measure = Words.of("trainview.learned.error");
    show(List.of(Shown.percent(own.validation, 1), Shown.percent(own.train, 1),
        Shown.percent(twins.validation, 1), Shown.percent(twins.train, 1)), "");
  }

  /// Root mean squared errors in the target's unit, which may be "".
  void showRmse(Errors own, Errors twins, String unit) {
    measure = Words.of("trainview.learned.rmse");
    show(Numbers.aligned(own.validation, own.train, twins.validation, twins.train),
        unit.isEmpty() ? "" : " " + unit);
  }

  /// Two errors of one network.
  record Errors(double validation, double train) {
    static final Errors NONE = new Errors(Double.NaN, Double.NaN);
  }

  /// Whether there are errors of validation.
  void showHeldOut(boolean heldOut) { Controls.present(held, heldOut); }

  /// Whether the twin's errors stand here.
  void showTwinToo(boolean shown) {
    withTwin = shown;
    for (Row row : List.of(validation, train)) Controls.present(row.twin, shown);
    nameRows();
  }

  private void show(List<String> numbers, String unit) {
    // Figure spaces keep numbers of different lengths under each other.
    int longest = numbers.stream().mapToInt(String::length).max().orElse(0);
    List<String> even = numbers.stream().map(n -> "\u2007".repeat(longest - n.length()) + n + unit).toList();
    validation.value.setText(even.get(0));
    train.value.setText(even.get(1));
    validation.twin.setText(Words.of("trainview.learned.twin", even.get(2)));
    train.twin.setText(Words.of("trainview.learned.twin", even.get(3)));
    nameRows();
  }

  private void nameRows() {
    double em = validation.name.getFont().getSize();
    boolean roomy = getWidth() >= (withTwin ? ROOMY_WITH_TWIN : ROOMY_ALONE) * em;
    for (Row row : List.of(validation, train))
      row.name.setText(roomy ? Words.of("trainview.learned.of", row.word, measure) : row.word);
  }
}
