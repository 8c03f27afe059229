package dropoutlab.export.recipe;

import dropoutlab.frame.Frame;

/// The frames of a run that is at hand: of one that was trained for a recipe, or of the one that the window shows.
public interface Moments {
  /// The moment that is shown.
  Frame present();

  /// The run as it was after `epoch`, or after the nearest earlier epoch that is stored.
  Frame past(int epoch);

  /// One that has no past, or whose past is not wanted.
  static Moments of(Frame frame) {
    return new Moments() {
      @Override public Frame present() { return frame; }

      @Override public Frame past(int epoch) { return frame; }
    };
  }
}
