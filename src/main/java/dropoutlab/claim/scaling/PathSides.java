package dropoutlab.claim.scaling;

import dropoutlab.claim.Settings;
import dropoutlab.theory.MaskedDescent;

/// What both sides of [TwoPaths] say under one setting.
final class PathSides {
  private final double p;
  private final double rate;
  private final double factor;
  private final int steps;
  private final long seed;
  private final LayerTraining standard;
  private final LayerTraining fitted;
  private final LayerTraining chosen;
  private final MaskedDescent exact;
  private final double[][] standardPath;
  private final double[][] chosenPath;

  PathSides(Settings settings, long seed) {
    p = settings.get("p");
    rate = settings.get("rate");
    factor = settings.get("factor");
    steps = settings.count("steps");
    this.seed = seed;
    standard = LayerTraining.of(false, p, rate, 1, steps, seed);
    fitted = inverted((1 - p) * (1 - p));
    chosen = inverted(factor);
    exact = new MaskedDescent(LayerTraining.X, LayerTraining.Y, standard.kept());
    standardPath = exact.path(1, rate);
    for (double[] w : standardPath) for (int j = 0; j < w.length; j++) w[j] *= 1 - p;
    chosenPath = exactPath(factor);
  }

  /// The engine's inverted layer, trained at a multiple of the rate.
  LayerTraining inverted(double multiple) { return LayerTraining.of(true, p, rate, multiple, steps, seed); }

  private double[][] exactPath(double multiple) { return exact.path(1 / (1 - p), multiple * rate); }

  double p() { return p; }

  double rate() { return rate; }

  double factor() { return factor; }

  int steps() { return steps; }

  LayerTraining standard() { return standard; }

  LayerTraining fitted() { return fitted; }

  LayerTraining chosen() { return chosen; }

  /// The exact paths in the weights of one function, a row a step.
  double[][] standardPath() { return standardPath; }

  double[][] chosenPath() { return chosenPath; }

  double standardEnd() { return standardPath[steps][0]; }

  double apart(int step) { return distance(standardPath[step], chosenPath[step]); }

  double engineApart(int step) { return engineApart(chosen, step); }

  /// How far the engine's inverted layer is from its standard one.
  double engineApart(LayerTraining inverted, int step) {
    double[] w = standard.path().get(step);
    return distance(new double[] {(1 - p) * w[0], (1 - p) * w[1]}, inverted.path().get(step));
  }

  double most() { return most(chosenPath); }

  /// How far apart both are at most, with the inverted layer at a multiple of the rate.
  double most(double multiple) { return most(exactPath(multiple)); }

  private double most(double[][] path) {
    double most = 0;
    for (int step = 0; step < path.length; step++) most = Math.max(most, distance(standardPath[step], path[step]));
    return most;
  }

  double engineMost() { return engineMost(chosen); }

  double engineMost(LayerTraining inverted) {
    double most = 0;
    for (int step = 0; step <= steps; step++) most = Math.max(most, engineApart(inverted, step));
    return most;
  }

  private static double distance(double[] a, double[] b) { return Math.hypot(a[0] - b[0], a[1] - b[1]); }
}
