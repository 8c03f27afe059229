package dropoutlab.ui.shell;

import dropoutlab.export.Drafts;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.HistoryFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.frame.Frame;
import dropoutlab.run.Faults;
import dropoutlab.spec.Beside;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.FigureExport;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// What can be taken away: the experiment, the history, the model, and every figure that is shown.
final class ExportMenu {
  private final LabModel model;
  private final Appearance appearance;
  private final Supplier<Map<String, Supplier<FigureCanvas>>> figures;
  private final Supplier<Window> owner;

  /// @param figures those of the workspace that is shown, by name
  ExportMenu(LabModel model, Appearance appearance, Supplier<Map<String, Supplier<FigureCanvas>>> figures,
             Supplier<Window> owner) {
    this.model = model;
    this.appearance = appearance;
    this.figures = figures;
    this.owner = owner;
  }

  @FunctionalInterface
  private interface Writer {
    void write(Path file) throws IOException;
  }

  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("exportExperiment", Words.of("shell.export.experiment"),
        ExperimentFile.NAME, this::writeExperiment));
    items.add(item("exportHistory", Words.of("shell.export.history"), HistoryFile.NAME, this::writeHistory));
    items.add(item("exportModel", Words.of("shell.export.model"), ModelFile.NAME, this::writeModel));
    for (String name : model.pump().latest().map(Frame::beside).orElse(List.of()))
      items.add(item("exportModel-" + Beside.key(name), Words.of("beside.export", name), ModelFile.named(name),
          file -> writeModel(file, frame().seenFrom(name))));
    items.add(new SeparatorMenuItem());
    figures.get().forEach((name, canvas) -> {
      MenuItem figure = new MenuItem(Words.of("shell.export.figure", name.replace('-', ' ')));
      figure.setId("exportFigure-" + name);
      figure.setOnAction(_ -> new FigureExport(model, appearance).save(canvas.get(), name, owner.get()));
      items.add(figure);
    });
    return items;
  }

  private MenuItem item(String id, String text, String file, Writer writer) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(Words.of("shell.export.title"));
      chooser.setInitialFileName(file);
      File chosen = chooser.showSaveDialog(owner.get());
      if (chosen != null) write(writer, chosen.toPath());
    });
    return item;
  }

  private void write(Writer writer, Path file) {
    try {
      writer.write(file);
    } catch (IOException | IllegalArgumentException e) {
      model.editor().report(Words.of("shell.export.failed.because", file.getFileName(), e.getMessage()));
    } catch (OutOfMemoryError e) {
      model.editor().report(Faults.sentence(Words.of("shell.export.failed", file.getFileName()), e));
    }
  }

  void writeExperiment(Path file) throws IOException {
    save(file, ExperimentFile.text(frame().experiment()));
  }

  void writeHistory(Path file) throws IOException {
    save(file, HistoryFile.text(frame().history(), frame().hasTwin()));
  }

  /// The network as it is shown: after scrubbing, the one of the past.
  void writeModel(Path file) throws IOException { writeModel(file, frame()); }

  private void writeModel(Path file, Frame frame) throws IOException {
    save(file, ModelFile.text(Model.of(frame, model.data().get()).sound()));
  }

  /// Whole or not at all.
  private static void save(Path file, String text) throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.add(file, text);
      drafts.commit();
    }
  }

  private Frame frame() throws IOException {
    return model.pump().latest().orElseThrow(() -> new IOException(Words.of("shell.export.nothing")));
  }
}
