package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.figure.plot.Theme;
import dropoutlab.math.Tensor;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DataSpec.MaunaLoa;
import dropoutlab.spec.DataSpec.Text;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.TilePane;
import javafx.scene.paint.Color;
import javafx.util.Subscription;

/// A button a data set, with a small picture of what its generator really makes.
final class Thumbnails extends TilePane {
  private static final double SIZE = 28;

  private final Appearance appearance;
  private final Map<Object, ToggleButton> buttons = new LinkedHashMap<>();

  Thumbnails(Appearance appearance) {
    super(4, 6);
    this.appearance = appearance;
    getStyleClass().add("thumbnails");
    setPrefColumns(6);
    for (GeneratedSet set : GeneratedSet.values())
      add(set, "data-" + set.name().toLowerCase(Locale.ROOT), set.title());
    add(MaunaLoa.class, "data-mauna_loa", Words.of("trainview.thumbnails.mauna_loa"));
    add(Text.class, "data-text", Words.of("data.text.title"));
  }

  private void add(Object key, String id, String title) {
    ToggleButton button = new ToggleButton("", new Canvas(SIZE, SIZE));
    button.setId(id);
    button.getStyleClass().add("thumbnail");
    Controls.explain(button, title);
    buttons.put(key, button);
    getChildren().add(button);
  }

  Subscription bind(LabModel model) {
    buttons.forEach((key, button) -> button.setOnAction(_ -> {
      button.setSelected(true);
      model.editor().change(e -> e.withData(key instanceof GeneratedSet set ? like(e.data(), set)
          : key == Text.class ? Text.STANDARD : new MaunaLoa(DataSpec.LAST_TRAINING_YEAR, null)));
    }));
    return Subscription.combine(
        model.experiment().subscribe(e -> {
          if (e != null) buttons.forEach((key, b) -> b.setSelected(key.equals(key(e.data()))));
        }),
        appearance.theme().subscribe(this::drawAll));
  }

  private static Object key(DataSpec spec) {
    return switch (spec) {
      case Generated g -> g.set();
      case MaunaLoa _ -> MaunaLoa.class;
      case Text text -> text.equals(Text.STANDARD) ? Text.class : "";
      case DataSpec.Csv _, DataSpec.Idx _, DataSpec.Points _, DataSpec.Autoencoder _ -> "";
    };
  }

  /// Keeps size and noise when one generated set follows another.
  private static DataSpec like(DataSpec old, GeneratedSet set) {
    if (old instanceof Generated g && hasManyInputs(g.set()) == hasManyInputs(set))
      return g.ofSet(set);
    return new Generated(set, hasManyInputs(set) ? 600 : 100, hasManyInputs(set) ? 400 : 500, 0.2, old.seed());
  }

  private static boolean hasManyInputs(GeneratedSet set) {
    return switch (set) {
      case DIGITS, TEMPORAL_ORDER, ADDING_PROBLEM, LINEAR_FIVE, FRIEDMAN -> true;
      case TWO_MOONS, CIRCLES, XOR, SPIRALS, BLOBS, CUBIC_GAP, SINE_GAP, NOISY_LINE -> false;
    };
  }

  /// The input along which a picture says most: of sets with many inputs the one that y follows closest.
  private static int telling(Object key) {
    return key == GeneratedSet.LINEAR_FIVE ? 4 : key == GeneratedSet.FRIEDMAN ? 3 : 0;
  }

  private void drawAll(Theme theme) {
    buttons.forEach((key, button) -> {
      boolean digits = key == GeneratedSet.DIGITS;
      DataSpec spec = key instanceof GeneratedSet set
          ? new Generated(set, digits ? 10 : 46, 1, digits ? 0.1 : 0.12, 3L)
          : key == Text.class ? Text.STANDARD.withLimit(200) : new MaunaLoa(2024, 3L);
      DataSet data = DataSets.load(spec, 3, Path.of(""));
      GraphicsContext g = ((Canvas) button.getGraphic()).getGraphicsContext2D();
      g.clearRect(0, 0, SIZE, SIZE);
      if (digits) drawImage(g, data, theme);
      else if (key == GeneratedSet.TEMPORAL_ORDER) drawSequences(g, data, theme);
      else if (key == GeneratedSet.ADDING_PROBLEM) drawAdding(g, data, theme);
      else if (key == Text.class) drawText(g, data, theme);
      else drawPoints(g, data.train(), data.schema().task(), telling(key), theme);
    });
  }

  /// Scaled inputs and targets mostly lie within 2.2 standard deviations.
  private static void drawPoints(GraphicsContext g, Examples examples, Task task, int across, Theme theme) {
    Tensor x = examples.x();
    double k = SIZE / 4.2;
    for (int row = 0; row < examples.size(); row++) {
      double px = SIZE / 2 + k * x.at(row, across);
      double py = SIZE / 2 - k * (task == Task.REGRESSION ? examples.y().at(row, 0) : x.at(row, 1));
      boolean positive = task == Task.CLASSIFICATION && examples.label(row) % 2 == 1;
      g.setFill(colour(positive ? theme.positive() : theme.negative()));
      g.fillOval(px - 1.4, py - 1.4, 2.8, 2.8);
    }
  }

  private static void drawImage(GraphicsContext g, DataSet data, Theme theme) {
    var shape = data.schema().image().orElseThrow();
    double cell = SIZE / shape.width();
    for (int pixel = 0; pixel < shape.pixels(); pixel++) {
      double ink = data.schema().inputScaling().toRaw(pixel, data.train().x().at(3, pixel));
      g.setFill(colour(theme.ink()).deriveColor(0, 1, 1, Math.clamp(ink, 0, 1)));
      g.fillRect(pixel % shape.width() * cell, (pixel / shape.width()) * cell, cell, cell);
    }
  }

  /// A row a sequence, its two marks in the colours of the classes, distractors pale.
  private static void drawSequences(GraphicsContext g, DataSet data, Theme theme) {
    int steps = data.schema().inputs().size(), rows = 8;
    double cell = SIZE / steps, line = SIZE / rows;
    for (int row = 0; row < rows; row++)
      for (int step = 0; step < steps; step++) {
        double word = data.schema().inputScaling().toRaw(step, data.train().x().at(row, step));
        if (word < 0.5) continue;
        Color ink = word < 3.5 ? colour(theme.ink()).deriveColor(0, 1, 1, 0.25)
            : colour(word < 4.5 ? theme.negative() : theme.positive());
        double width = word < 3.5 ? cell : 2 * cell;
        g.setFill(ink);
        g.fillRect(step * cell, row * line + 1, width, line - 2);
      }
  }

  /// A row a sequence of numbers, the two that are added in colour.
  private static void drawAdding(GraphicsContext g, DataSet data, Theme theme) {
    int steps = data.schema().inputs().size() / 2, rows = 8;
    double cell = SIZE / steps, line = SIZE / rows;
    for (int row = 0; row < rows; row++)
      for (int step = 0; step < steps; step++) {
        boolean marked = data.schema().inputScaling().toRaw(2 * step + 1, data.train().x().at(row, 2 * step + 1)) > 0.5;
        double number = data.schema().inputScaling().toRaw(2 * step, data.train().x().at(row, 2 * step));
        g.setFill(marked ? colour(theme.positive()) : colour(theme.ink()).deriveColor(0, 1, 1, 0.3 * number));
        g.fillRect(step * cell, row * line + 1, marked ? 2 * cell : cell, line - 2);
      }
  }

  /// Lines of words: blanks are left out.
  private static void drawText(GraphicsContext g, DataSet data, Theme theme) {
    int rows = 5, columns = 12;
    double cell = SIZE / columns, line = SIZE / rows;
    g.setFill(colour(theme.ink()).deriveColor(0, 1, 1, 0.55));
    for (int row = 0; row < rows; row++)
      for (int c = 0; c < columns; c++) {
        double kind = data.schema().inputScaling().toRaw(c, data.train().x().at(row * columns, c));
        if (kind > 0.5) g.fillRect(c * cell, row * line + 2, cell, line - 4);
      }
  }

  private static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
  }
}
