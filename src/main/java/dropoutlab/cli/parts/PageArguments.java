package dropoutlab.cli.parts;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.recipe.PageWords;
import dropoutlab.export.recipe.Pages;
import dropoutlab.figure.plot.Theme;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Option;

/// The page of a picture. What is not said is as usual for what the picture is for.
public final class PageArguments {
  @Option(names = "--for", paramLabel = "PURPOSE")
  private String purpose;

  @Option(names = "--size", paramLabel = "WxH")
  private String size;

  @Option(names = "--scale", paramLabel = "K")
  private Double scale;

  @Option(names = "--dpi", paramLabel = "N")
  private Double dpi;

  @Option(names = "--words", paramLabel = "PT")
  private Double words;

  @Option(names = "--caption-words", paramLabel = "PT")
  private Double captionWords;

  @Option(names = "--lines", paramLabel = "K")
  private Double lines;

  @Option(names = "--theme", paramLabel = "light|dark|projector|print")
  private String theme;

  @Option(names = "--transparent")
  private boolean transparent;

  @Option(names = "--caption")
  private boolean caption;

  public boolean caption() { return caption; }

  /// @param before the page that the options change
  public Page page(Page before) {
    if (scale != null && dpi != null) throw new CallerMistake(Words.of("cli.render.resolution"));
    Page page = purpose == null ? before : Page.of(purpose(purpose)).withTheme(before.theme());
    PageWords.Size cm = size == null ? new PageWords.Size(page.widthCm(), page.heightCm()) : size();
    double dots = scale != null ? scale * Page.SCREEN_PER_INCH : or(dpi, page.dpi());
    try {
      Pages.requireUsual(cm.widthCm(), cm.heightCm(), dots, or(words, page.wordsPt()),
          or(captionWords, page.captionPt()),
          or(lines, page.lines()));
      return new Page(page.purpose(), cm.widthCm(), cm.heightCm(), dots, or(words, page.wordsPt()),
          or(captionWords, page.captionPt()), or(lines, page.lines()), theme == null ? page.theme() : theme(theme),
          transparent || page.transparent());
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
  }

  private PageWords.Size size() {
    try {
      return PageWords.size(size);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
  }

  private static double or(Double said, double usual) { return said == null ? usual : said; }

  private static Purpose purpose(String id) {
    return Purpose.named(id).orElseThrow(() -> new CallerMistake(Words.of("cli.render.purpose", id,
        Suggestion.among(id, Arrays.stream(Purpose.values()).map(Purpose::id).toList()))));
  }

  private static Theme theme(String name) {
    return Theme.named(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> new CallerMistake(Words.of("cli.render.theme",
        name,
        Suggestion.among(name, Theme.ALL.stream().map(Theme::name).toList()))));
  }
}
