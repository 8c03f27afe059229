package dropoutlab.export.picture;

import dropoutlab.export.picture.vector.PdfBook;
import dropoutlab.export.picture.vector.Xmp;
import dropoutlab.figure.plot.Description;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Sheets as PDF of their size: vectors, words that stay words in embedded fonts, alternative text, and the recipe.
public final class PdfFile {
  private PdfFile() {}

  public static byte[] bytes(Sheet sheet) {
    try (PdfBook book = new PdfBook()) {
      book.page(sheet.page().widthPt(), sheet.page().heightPt());
      Description told = Told.of(sheet);
      book.figure(Told.line(told), 0, 0, sheet.ptPerPixel(), sheet.width(), sheet.height(), sheet::draw);
      return book.bytes(told, sheet.recipe().isEmpty() ? List.of() : List.of(sheet.recipe()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The recipe in a PDF, of several the first; empty for a document of others, and for one that was stripped or
  /// damaged.
  public static Optional<String> recipe(byte[] pdf) { return recipes(pdf).stream().findFirst(); }

  /// All of a handout's.
  public static List<String> recipes(byte[] pdf) { return Xmp.recipes(pdf); }
}
