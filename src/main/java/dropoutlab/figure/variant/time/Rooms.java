package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Inset;

/// Where the parts of a picture stand. In a low picture the memory of the unit is left out first, then the chain of
/// steps, then what each step brings.
///
/// @param words the middle of the line of what each step brings, and `chain` that of the steps; 0 for none
/// @param foot  the baseline of what is said below the values; 0 for none
record Rooms(double words, double chain, Inset grid, double foot, Inset trace) {
  static final double GUTTER = 42;
  private static final double TITLE = 17, WORDS = 18, CHAIN = 22, FOOT = 18, TRACE = 46;
  private static final double LEAST_CELL = 4.5, MOST_CELL = 13;

  boolean hasFoot() { return foot > 0; }

  boolean hasTrace() { return trace.height() > 1; }

  static Rooms of(double width, double height, int steps, int units, boolean wordless) {
    double column = Math.max(1, (width - GUTTER) / steps);
    double wide = column >= 4 ? Math.floor(column) * steps : width - GUTTER;
    double least = units * LEAST_CELL, free = height - TITLE;
    boolean foot = free - FOOT >= Math.min(least, 30);
    if (foot) free -= FOOT;
    boolean words = !wordless && free - WORDS >= least;
    if (words) free -= WORDS;
    boolean chain = column >= 9 && free - CHAIN >= least;
    if (chain) free -= CHAIN;
    boolean trace = foot && free - TRACE >= least;
    if (trace) free -= TRACE;
    double cell = Math.min(MOST_CELL, free / units), high = Math.max(8, units * (cell >= 3 ? Math.floor(cell) : cell));
    double spare = trace ? Math.min(40, Math.max(0, free - high)) : 0;
    double top = TITLE + (words ? WORDS : 0) + (chain ? CHAIN : 0);
    Inset grid = new Inset(GUTTER, top, Math.max(1, wide), high);
    double baseline = foot ? grid.bottom() + 14 : 0;
    return new Rooms(words ? TITLE + WORDS / 2 : 0, chain ? top - 8 : 0, grid, baseline,
        new Inset(GUTTER, baseline + 5, Math.max(1, wide), trace ? TRACE - 8 + spare : 0));
  }
}
