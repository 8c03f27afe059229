package dropoutlab.cli.parts;

import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Words;
import me.tongfei.progressbar.ProgressBar;

/// Shows on a terminal how far a picture, or another work, is, and gives it up at Ctrl-C. Elsewhere it says nothing.
public final class DrawProgress implements ProgressMonitor, AutoCloseable {
  private static final int PERCENT = 100;

  private final Stop stop = new Stop();
  private final ProgressBar bar;

  public DrawProgress(boolean terminal) { this(terminal, Words.of("cli.progress.draw")); }

  /// @param work what is done, in a word
  public DrawProgress(boolean terminal, String work) {
    bar = terminal ? Reports.bar(work, PERCENT, Words.of("cli.progress.percent")) : null;
  }

  @Override public boolean abandoned() { return stop.asked(); }

  @Override public void done(double share) { if (bar != null) bar.stepTo(Math.round(PERCENT * Math.clamp(share, 0, 1))); }

  @Override public void close() {
    if (bar != null) bar.close();
    if (stop.asked()) stop.acknowledge();
    stop.close();
  }
}
