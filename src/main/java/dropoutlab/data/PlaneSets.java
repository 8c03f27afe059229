package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.ArrayList;
import java.util.List;

/// Classes of points in the plane, in units of the set. Each method here draws a clean point of a class; `noise` is the
/// standard deviation of the Gaussian that is then added to each coordinate. A set drawn again with more noise has the
/// same clean points, which are moved in the same directions but further.
final class PlaneSets {
  /// Draws a clean point (x, y) of the class with the given index.
  interface Shape {
    double[] point(int label, RandomStream random);
  }

  static final List<String> INPUTS = List.of("x", "y");
  private static final double TAU = 2 * Math.PI;

  private PlaneSets() {}

  static RawExamples draw(Shape shape, int classes, int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(classes);
    List<double[]> points = new ArrayList<>(count);
    double[] labels = new double[count];
    for (int i = 0; i < count; i++) {
      int label = deal.next(random);
      double[] point = shape.point(label, random);
      point[0] += noise * random.nextGaussian();
      point[1] += noise * random.nextGaussian();
      points.add(point);
      labels[i] = label;
    }
    return new RawExamples(points, labels);
  }

  /// Two half circles of radius 1 that interlock, with t uniform in [0, pi): class 0 is (cos t, sin t), class 1 is (1 -
  /// cos t, 1/2 - sin t).
  static double[] twoMoons(int label, RandomStream random) {
    double t = random.uniform(0, Math.PI);
    double x = StrictMath.cos(t);
    double y = StrictMath.sin(t);
    return label == 0 ? new double[] {x, y} : new double[] {1 - x, 0.5 - y};
  }

  /// Two circles around the origin, with a uniform angle: class 0 has radius 1, class 1 has radius 1/2.
  static double[] circles(int label, RandomStream random) {
    return polar(label == 0 ? 1 : 0.5, random.uniform(0, TAU));
  }

  /// |x| and |y| are uniform in [0.1, 1): class 0 if x and y have the same sign, class 1 if their signs differ.
  /// Without noise a strip 0.2 wide along both axes stays empty.
  static double[] xor(int label, RandomStream random) {
    double x = random.uniform(0.1, 1);
    double y = random.uniform(0.1, 1);
    double side = random.nextInt(2) == 0 ? 1 : -1;
    return new double[] {side * x, (label == 0 ? side : -side) * y};
  }

  /// Two arms, with u uniform in [0, 1): radius 0.3 + 2.7 u, angle 3 pi u (a turn and a half), class 1 half a turn
  /// ahead.
  static double[] spirals(int label, RandomStream random) {
    double u = random.nextDouble();
    return polar(0.3 + 2.7 * u, 1.5 * TAU * u + label * Math.PI);
  }

  /// Three round Gaussians with a standard deviation of 0.4, centred at radius 2 at 90, 210 and 330 degrees. With the
  /// noise the standard deviation is sqrt(0.16 + noise^2).
  static double[] blobs(int label, RandomStream random) {
    double[] point = polar(2, TAU / 4 + label * TAU / 3);
    point[0] += 0.4 * random.nextGaussian();
    point[1] += 0.4 * random.nextGaussian();
    return point;
  }

  private static double[] polar(double radius, double angle) {
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
  }
}
