package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;

/// The colours of a probability in [0, 1], from the one side of a map to the other, looked up: a wall has many cells.
final class ProbabilityColours {
  private static final int STEPS = 256;

  private final int[] colours = new int[STEPS + 1];

  ProbabilityColours(Theme theme) {
    for (int i = 0; i <= STEPS; i++) colours[i] = Palette.diverging(theme, 2.0 * i / STEPS - 1);
  }

  int of(double probability) { return colours[(int) (STEPS * probability + .5)]; }
}
