package dropoutlab.ui.shell;

import dropoutlab.export.Pictures;
import dropoutlab.figure.Figure;
import dropoutlab.frame.Frame;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;

/// What can be taken away: the experiment, the history, the model, and every figure that is shown.
final class ExportMenu {
  private static final double SCALE = 2;

  private final LabModel model;
  private final Appearance appearance;
  private final Map<String, Supplier<FigureCanvas>> figures;

  ExportMenu(LabModel model, Appearance appearance, Map<String, Supplier<FigureCanvas>> figures) {
    this.model = model;
    this.appearance = appearance;
    this.figures = figures;
  }

  @FunctionalInterface
  private interface Writer {
    void write(Path file) throws IOException;
  }

  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("exportExperiment", "Experiment (JSON) …", "experiment.json", this::writeExperiment));
    items.add(new SeparatorMenuItem());
    Menu png = new Menu("Figure as PNG");
    Menu svg = new Menu("Figure as SVG");
    figures.forEach((name, canvas) -> {
      png.getItems().add(item("exportPng-" + name, name.replace('-', ' ') + " …", name + ".png", f -> draw(canvas, f)));
      svg.getItems().add(item("exportSvg-" + name, name.replace('-', ' ') + " …", name + ".svg", f -> draw(canvas, f)));
    });
    items.add(png);
    items.add(svg);
    return items;
  }

  private MenuItem item(String id, String text, String file, Writer writer) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle("Export");
      chooser.setInitialFileName(file);
      File chosen = chooser.showSaveDialog(null);
      if (chosen != null) write(writer, chosen.toPath());
    });
    return item;
  }

  private void write(Writer writer, Path file) {
    try {
      writer.write(file);
    } catch (IOException | IllegalArgumentException e) {
      model.report("The file \"" + file.getFileName() + "\" could not be written: " + e.getMessage());
    }
  }

  private void writeExperiment(Path file) throws IOException {
    Frame frame = model.pump().latest().orElse(null);
    Files.writeString(file, ExperimentJson.write(frame == null ? model.experiment().get() : frame.experiment()));
  }

  private void draw(Supplier<FigureCanvas> source, Path file) throws IOException {
    FigureCanvas canvas = source.get();
    Figure figure = canvas == null ? null : canvas.figure();
    if (figure == null) throw new IOException("this figure is not shown now.");
    Pictures.write(figure, appearance.theme().get(), (int) Math.round(canvas.figureWidth()),
        (int) Math.round(canvas.figureHeight()), SCALE, file);
  }
}
