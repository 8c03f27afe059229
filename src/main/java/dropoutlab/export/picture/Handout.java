package dropoutlab.export.picture;

import dropoutlab.export.picture.vector.PdfBook;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Figures on paper, one below the other, each with its heading, its caption and what is to be seen in it: a PDF of A4
/// pages that carries the recipe of each figure.
public final class Handout {
  /// Wider pictures have pages across.
  private static final double ACROSS = 2;
  /// Words in figures, in pt, and the width of their lines.
  private static final double WORDS_PT = 8, LINES = .8;

  private Handout() {}

  /// @param sheet whose figure is drawn anew for the width of the paper, with its caption in words of the handout
  /// @param text  what is to be seen in it; empty for nothing
  public record Entry(Sheet sheet, String heading, String text) {
    /// With what the figure says of itself.
    public static Entry of(Sheet sheet) {
      Description told = Told.of(sheet);
      return new Entry(sheet, told.title(), sheet.figure().describe().text());
    }

    private double aspect() { return sheet.page().widthCm() / sheet.page().heightCm(); }

    /// The figure on paper as wide as that. Dark looks are for screens.
    Sheet on(double widthPt, double heightPt) {
      double cm = Page.CM_PER_INCH / Page.PT_PER_INCH;
      Theme theme = sheet.page().theme();
      Page page = Page.of(Purpose.PAPER).withWidthCm(widthPt * cm).withHeightCm(heightPt * cm).withWordsPt(WORDS_PT)
          .withLines(LINES).withTheme(theme.dark() ? Theme.LIGHT : theme);
      return new Sheet(sheet.figure(), page, "", sheet.recipe());
    }
  }

  /// @throws CancellationException if it is given up
  public static byte[] bytes(String title, List<Entry> entries, ProgressMonitor monitor) {
    boolean across = entries.stream().filter(each -> each.aspect() > ACROSS).count() * 2 > entries.size();
    try (PdfBook book = new PdfBook()) {
      HandoutPages pages = new HandoutPages(book, title, across);
      for (int i = 0; i < entries.size(); i++) {
        if (monitor.abandoned()) throw new CancellationException();
        Entry entry = entries.get(i);
        pages.add(entry, entry.aspect(), Words.of("vector.handout.figure", Numbers.count(i + 1)));
        monitor.done((i + 1.0) / entries.size());
      }
      Description told = new Description(title, entries.stream().map(Entry::heading).map(Handout::sentence).toList());
      List<String> recipes = entries.stream().map(each -> each.sheet.recipe()).filter(each -> !each.isEmpty()).toList();
      return book.bytes(told, recipes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(String heading) { return heading.endsWith(".") ? heading : heading + "."; }
}
