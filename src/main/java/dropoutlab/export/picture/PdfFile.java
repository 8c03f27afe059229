package dropoutlab.export.picture;

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
      book.figure(sheet, 0, 0, sheet.ptPerPixel());
      return book.bytes(Told.of(sheet), sheet.recipe().isEmpty() ? List.of() : List.of(sheet.recipe()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The recipe in a PDF, of several the first; empty for a document of others, and for one that was stripped or damaged.
  public static Optional<String> recipe(byte[] pdf) { return recipes(pdf).stream().findFirst(); }

  /// All of a handout's.
  public static List<String> recipes(byte[] pdf) { return Xmp.recipes(pdf); }
}
