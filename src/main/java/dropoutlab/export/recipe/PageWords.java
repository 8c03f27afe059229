package dropoutlab.export.recipe;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page as the command line says it: what it is for, and what differs from the usual page for that.
public final class PageWords {
  private static final Pattern SIZE = Pattern.compile("([0-9.]+)[xX×]([0-9.]+)(px|cm|mm|in)?");
  /// The page of the command line where nothing is said.
  public static final Page USUAL = Page.of(Purpose.OWN);

  private PageWords() {}

  /// A size in cm. A pixel is 1/96 inch.
  public record Size(double widthCm, double heightCm) {}

  /// Reads `900x600`, `12x8cm`, `120x80mm`, `5x3in`.
  ///
  /// @throws IllegalArgumentException with a sentence
  public static Size size(String typed) {
    Matcher size = SIZE.matcher(typed.strip());
    try {
      if (size.matches()) return new Size(cm(size.group(1), size.group(3)), cm(size.group(2), size.group(3)));
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(Words.of("recipe.page.size", typed));
  }

  private static double cm(String number, String unit) {
    double value = Double.parseDouble(number);
    return switch (unit == null ? "px" : unit) {
      case "cm" -> value;
      case "mm" -> value / 10;
      case "in" -> value * Page.CM_PER_INCH;
      default -> value * (Page.CM_PER_INCH / Page.SCREEN_PER_INCH);
    };
  }

  static List<String> of(Page page) {
    Page usual = Page.of(page.purpose());
    List<String> words = new ArrayList<>();
    if (page.purpose() != Purpose.OWN) add(words, "--for", page.purpose().id());
    if (page.widthCm() != usual.widthCm() || page.heightCm() != usual.heightCm()) add(words, "--size", typedSize(page));
    if (page.dpi() != usual.dpi()) addDpi(words, page);
    if (page.wordsPt() != usual.wordsPt()) add(words, "--words", Numbers.typed(page.wordsPt()));
    if (page.captionPt() != usual.captionPt()) add(words, "--caption-words", Numbers.typed(page.captionPt()));
    if (page.lines() != usual.lines()) add(words, "--lines", Numbers.typed(page.lines()));
    if (!page.theme().equals(Theme.LIGHT)) add(words, "--theme", page.theme().name());
    if (page.transparent()) words.add("--transparent");
    return words;
  }

  /// Whole pixels where they give the very same size, else cm.
  private static String typedSize(Page page) {
    long width = Math.round(page.widthCm() / (Page.CM_PER_INCH / Page.SCREEN_PER_INCH));
    long height = Math.round(page.heightCm() / (Page.CM_PER_INCH / Page.SCREEN_PER_INCH));
    String pixels = width + "x" + height;
    return size(pixels).equals(new Size(page.widthCm(), page.heightCm())) ? pixels
        : Numbers.typed(page.widthCm()) + "x" + Numbers.typed(page.heightCm()) + "cm";
  }

  private static void addDpi(List<String> words, Page page) {
    double scale = page.dpi() / Page.SCREEN_PER_INCH;
    boolean scaled = page.purpose() == Purpose.OWN && scale * Page.SCREEN_PER_INCH == page.dpi();
    add(words, scaled ? "--scale" : "--dpi", Numbers.typed(scaled ? scale : page.dpi()));
  }

  private static void add(List<String> words, String option, String value) {
    words.add(option);
    words.add(value);
  }
}
