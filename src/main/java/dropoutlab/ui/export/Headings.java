package dropoutlab.ui.export;

import dropoutlab.figure.catalogue.Draw;
import dropoutlab.frame.Frame;
import dropoutlab.words.Words;

/// What the sheet says of the picture in its first line.
final class Headings {
  private static final char COLON = ':';

  private Headings() {}

  static String of(Order order, Taken taken) {
    String what = switch (order.what()) {
      case FIGURE -> taken.heading(order.figure());
      case WORKSPACE -> Words.of("sheet.heading.workspace", taken.workspaceTitle());
      case WINDOW -> Words.of("sheet.heading.window");
    };
    if (taken.frame().isEmpty() || taken.isOfBenches()) return Words.of("sheet.heading.bench", what);
    Frame frame = taken.frame().get();
    String rate = Draw.rate(frame.dropRates());
    int epoch = frame.scrubbed().orElse(frame.progress().epoch());
    return rate.isEmpty() ? Words.of("sheet.heading.plain", what, name(frame), frame.experiment().seed(), epoch)
        : Words.of("sheet.heading", what, name(frame), rate, frame.experiment().seed(), epoch);
  }

  /// What the experiment is about, without what it shows.
  private static String name(Frame frame) {
    String title = frame.experiment().title();
    return title.substring(title.lastIndexOf(COLON) + 1).strip();
  }
}
