package dropoutlab.ui.export;

import dropoutlab.export.picture.Film;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Animation.Over;

/// From where to where something can be animated.
///
/// @param grid the distance of two neighbouring values; all are multiples of it
record Reach(double least, double most, double grid) {
  private static final int FRAMES = 80;
  private static final double MOST_PASSES = 200, MOST_P = .9, TENTH = .1;

  static Reach of(Over over, Taken taken) {
    return switch (over) {
      case EPOCHS -> new Reach(0, Math.max(1, taken.lastEpoch()), 1);
      case BATCHES -> new Reach(0, Math.max(1, taken.frame().map(f -> f.progress().step()).orElse(1L)), 1);
      case PASSES -> new Reach(1, MOST_PASSES, 1);
      case P -> new Reach(0, MOST_P, .01);
    };
  }

  double held(double value) { return Math.clamp(Math.rint(value / grid) * grid, least, most); }

  /// The whole of it, in about eighty steps; the batches of the end alone.
  Animation whole(Animation like, Over over) {
    double from = over == Over.BATCHES ? Math.max(least, most - FRAMES) : least;
    double every = over == Over.P ? TENTH : step((most - from) / FRAMES);
    return new Animation(over, from, most, every, like.perSecond(), like.lastSeconds(), like.loop());
  }

  /// The next of 1, 2, 5, 10, 20 ... times the grid.
  private double step(double atLeast) {
    double step = grid;
    for (int i = 0; step < atLeast * (1 - 1e-9); i++) step *= i % 3 == 1 ? 2.5 : 2;
    return step;
  }

  /// Where `count` small pictures stand that show the whole of it, on round numbers.
  double[] along(int count) {
    double round = step((most - least) / (6 * count));
    double[] places = new double[count];
    for (int i = 0; i < count; i++) {
      double at = least + (most - least) * i / (count - 1);
      places[i] = i == 0 || i == count - 1 ? at : held(Math.rint(at / round) * round);
    }
    return places;
  }

  static boolean isTooLong(Animation film) { return film.frames() > Film.MOST_FRAMES; }
}
