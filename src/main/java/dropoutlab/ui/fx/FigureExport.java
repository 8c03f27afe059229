package dropoutlab.ui.fx;

import dropoutlab.export.picture.PictureFiles;
import dropoutlab.run.Faults;
import dropoutlab.words.Words;
import java.io.File;
import java.io.IOException;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Saves a figure, as it is shown, as PNG or SVG where the person says.
public final class FigureExport {
  private static final double SCALE = 2;

  private final LabModel model;
  private final Appearance appearance;

  public FigureExport(LabModel model, Appearance appearance) {
    this.model = model;
    this.appearance = appearance;
  }

  /// `canvas` null: the figure is not shown now.
  public void save(FigureCanvas canvas, String name, Window owner) {
    if (canvas == null || canvas.figure() == null) {
      model.editor().report(Words.of("shell.figure.hidden", name));
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.of("shell.figure.save"));
    chooser.setInitialFileName(name + ".png");
    chooser.getExtensionFilters().addAll(new ExtensionFilter(Words.of("shell.figure.png"), "*.png"),
        new ExtensionFilter(Words.of("shell.figure.svg"), "*.svg"));
    File file = chooser.showSaveDialog(owner);
    if (file != null) write(canvas, named(file, chooser.getSelectedExtensionFilter()));
  }

  /// Where the person typed no ending, the chosen kind decides.
  private static File named(File file, ExtensionFilter kind) {
    if (file.getName().matches("(?i).*\\.(png|svg)")) return file;
    boolean svg = kind != null && kind.getExtensions().contains("*.svg");
    return new File(file.getPath() + (svg ? ".svg" : ".png"));
  }

  private void write(FigureCanvas canvas, File file) {
    try {
      PictureFiles.write(canvas.figure(), appearance.theme().get(), (int) Math.round(canvas.figureWidth()),
          (int) Math.round(canvas.figureHeight()), SCALE, file.toPath());
    } catch (IOException | IllegalArgumentException e) {
      model.editor().report(Words.of("shell.export.failed.because", file.getName(), e.getMessage()));
    } catch (OutOfMemoryError e) {
      model.editor().report(Faults.sentence(Words.of("shell.export.failed", file.getName()), e));
    }
  }
}
