package dropoutlab.export.recipe;

import dropoutlab.predict.ProgressMonitor;

/// Parts of some work, each of which reports its progress as a share of the whole.
final class Parts {
  private Parts() {}

  static ProgressMonitor first(ProgressMonitor whole) { return part(whole, 0, .7); }

  static ProgressMonitor second(ProgressMonitor whole) { return part(whole, .7, .3); }

  static ProgressMonitor part(ProgressMonitor whole, double from, double size) {
    return new ProgressMonitor() {
      @Override public boolean abandoned() { return whole.abandoned(); }

      @Override public void done(double share) { whole.done(from + size * share); }
    };
  }
}
