package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Figure;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The figures of a sweep, as the command line and the window name them.
public enum SweepPicture {
  SWEEP, RUNS, PAIR;

  /// As it is named on the command line.
  public String id() { return name().toLowerCase(Locale.ROOT); }

  public static Optional<SweepPicture> named(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
  }

  public String description() { return Words.name("sweepfigure.picture", this); }

  /// Returns a figure that stands alone.
  public Figure of(SweepWords words, SweepLook look) {
    return switch (this) {
      case SWEEP -> new SweepFigure(words, look.withTitled(true));
      case RUNS -> new RunsFigure(words.statistics().table(), look);
      case PAIR -> new PairFigure(words, look);
    };
  }
}
