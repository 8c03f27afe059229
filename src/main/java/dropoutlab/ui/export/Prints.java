package dropoutlab.ui.export;

import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.GifFile;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Board;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/// How large files will be, before they are saved. Pictures that stand still are measured. So is a film where its
/// figures
/// are drawn of the frames alone; of another a few frames say how large it will be about.
final class Prints {
  private static final int SAMPLED = 5;

  private Prints() {}

  /// The bytes of the files of a format; less than 0 for what is only about right.
  static long size(Studio studio, Format format, Order order, ProgressMonitor watch) {
    try {
      return switch (format) {
        case PNG, SVG, PDF -> PictureFiles.bytes(format, studio.sheet(order, watch)).length;
        case CSV -> table(studio.sheet(order, watch));
        case GIF -> film(studio, order, watch);
        case FRAMES -> -(long) order.animation().frames() * PictureFiles.bytes(Format.PNG, studio.sheet(order, watch))
            .length;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long table(Sheet sheet) throws IOException {
    if (!(sheet.figure() instanceof Board board)) return PictureFiles.bytes(Format.CSV, sheet).length;
    long bytes = 0;
    for (Board.Part part : board.parts())
      if (part.figure().table().isPresent())
        bytes += dropoutlab.export.picture.TableFile.bytes(part.figure().table().get()).length;
    return bytes;
  }

  private static long film(Studio studio, Order order, ProgressMonitor watch) throws IOException {
    if (isCheap(order)) return GifFile.bytes(studio.film(order, watch), watch).length;
    return -estimate(studio, order, watch);
  }

  private static boolean isCheap(Order order) {
    boolean trains = order.animation().over() == dropoutlab.export.recipe.Animation.Over.P;
    return !trains && order.what() == What.FIGURE
        && FigureKind.named(order.figure()).filter(kind -> kind.source() instanceof Source.OfFrame).isPresent();
  }

  /// As if each frame differed from the one before as much as a few frames do that are taken from all of it.
  static long estimate(Studio studio, Order order, ProgressMonitor watch) throws IOException {
    if (order.animation().over() == dropoutlab.export.recipe.Animation.Over.P) return 0;
    int frames = order.animation().frames(), taken = Math.min(SAMPLED, frames);
    double[] places = IntStream.range(0, taken).mapToDouble(i -> order.animation()
        .at(taken == 1 ? 0 : i * (frames - 1) / (taken - 1)))
        .toArray();
    List<Sheet> sheets = studio.frames(order, places, watch);
    Film few = new Film(taken, sheets::get, order.animation().perSecond(), 0, false);
    Film first = new Film(1, sheets::get, order.animation().perSecond(), 0, false);
    long one = GifFile.bytes(first, watch).length, all = GifFile.bytes(few, watch).length;
    return taken == 1 ? one : one + (all - one) / (taken - 1) * (frames - 1);
  }
}
