package dropoutlab.export.recipe;

import dropoutlab.export.Drafts;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.FramesFolder;
import dropoutlab.export.picture.GifFile;
import dropoutlab.export.picture.PdfFile;
import dropoutlab.export.picture.PngFile;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.picture.SvgFile;
import dropoutlab.export.picture.TableFile;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Figure;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One picture, or film, into several files of different formats: all of them, or none.
public final class Shoot {
  private Shoot() {}

  /// @param sheet the still picture; asked for once where a format needs it
  /// @param film  what moves; asked for once where a format needs it
  /// @throws ExperimentException with a sentence for a format that cannot hold it
  public static void write(List<Path> files, Supplier<Sheet> sheet, Supplier<Film> film, ProgressMonitor watch)
      throws IOException {
    write(files, sheet, film, Map.of(), watch);
  }

  /// The same with files of text that appear together with them.
  public static void write(List<Path> files, Supplier<Sheet> sheet, Supplier<Film> film, Map<Path, String> texts,
      ProgressMonitor watch)
      throws IOException {
    List<Path> still = files.stream().filter(file -> !format(file).moves()).toList();
    List<Path> moving = files.stream().filter(file -> format(file).moves()).toList();
    Sheet drawn = still.isEmpty() ? null : sheet.get();
    Film filmed = moving.isEmpty() ? null : film.get();
    try (Drafts drafts = new Drafts()) {
      for (var text : texts.entrySet()) drafts.add(text.getKey(), text.getValue());
      for (Path file : still) add(drafts, file, drawn);
      for (Path file : moving) if (format(file) == Format.GIF) drafts.add(file, GifFile.bytes(filmed, watch));
      // A folder is whole by itself, and so it is written before the files appear.
      for (Path file : moving) if (format(file) == Format.FRAMES) FramesFolder.write(filmed, file, watch);
      drafts.commit();
    }
  }

  /// @throws ExperimentException for a name that asks for no format
  public static Format format(Path file) {
    return Format.of(file).orElseThrow(() -> new ExperimentException(Words.of("recipe.ending", file)));
  }

  private static void add(Drafts drafts, Path file, Sheet sheet) throws IOException {
    switch (format(file)) {
      case PNG -> drafts.add(file, PngFile.bytes(sheet));
      case SVG -> drafts.add(file, SvgFile.bytes(sheet));
      case PDF -> drafts.add(file, PdfFile.bytes(sheet));
      case CSV -> addTables(drafts, file, sheet.figure());
      case GIF, FRAMES -> throw new IllegalStateException("A film is no still picture.");
    }
  }

  /// The figures of a workspace have a table each: `train.csv` becomes `train-loss.csv` and its like.
  private static void addTables(Drafts drafts, Path file, Figure figure) throws IOException {
    if (figure instanceof Board board) {
      String name = file.getFileName().toString().replaceFirst("(?i)\\.csv$", "");
      boolean any = false;
      for (Board.Part part : board.parts()) if (part.figure().table().isPresent()) {
        any = true;
        drafts.add(file.resolveSibling(name + "-" + part.name() + "." + Format.CSV.id()), TableFile.bytes(part.figure()
            .table().get()));
      }
      if (any) return;
    }
    DataTable table = figure.table().orElseThrow(() -> new ExperimentException(Words.of("recipe.no_numbers", file)));
    drafts.add(file, TableFile.bytes(table));
  }
}
