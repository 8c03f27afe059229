package dropoutlab.figure.sweep;

import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.sweep.Sweep;

/// Which points of a sweep have any dropout. The answer for the last sweep is kept, because the figure is drawn anew
/// with each move of the pointer and making the experiments of all points would take longer than drawing.
final class DropsOf {
  private static volatile Known last = new Known(null, new boolean[0]);

  private DropsOf() {}

  private record Known(Sweep sweep, boolean[] drops) {}

  static boolean[] points(Sweep sweep) {
    Known known = last;
    if (known.sweep == sweep) return known.drops;
    boolean[] drops = new boolean[sweep.points()];
    for (int point = 0; point < drops.length; point++) {
      NetworkSpec network = sweep.experiment(point, sweep.seeds().first()).network();
      drops[point] = !network.equals(network.withoutDropout());
    }
    last = new Known(sweep, drops);
    return drops;
  }
}
