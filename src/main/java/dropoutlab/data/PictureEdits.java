package dropoutlab.data;

import dropoutlab.frame.Matrix;
import java.util.List;

/// Edits of a picture before a network is asked about it. A picture is a (1 x pixels) matrix of grey from 0 (paper) to
/// 1 (ink), row by row from the top, and is not modified. Beyond its edges there is paper.
public final class PictureEdits {
  private PictureEdits() {}

  /// Turns by `degrees` counter-clockwise about the middle, with bilinear interpolation.
  public static Matrix rotate(Matrix picture, ImageShape shape, double degrees) {
    double cos = cos(degrees), sin = cos(degrees - 90);
    double middleX = (shape.width() - 1) / 2.0, middleY = (shape.height() - 1) / 2.0;
    return moved(picture, shape, (x, y) -> {
      double right = x - middleX, down = y - middleY;
      return new double[] {middleX + cos * right - sin * down, middleY + sin * right + cos * down};
    });
  }

  /// Returns the cosine, exactly where it is 0 or ±1, so that quarter turns move whole pixels.
  private static double cos(double degrees) {
    double turned = degrees - 360 * Math.floor(degrees / 360);
    if (turned == 90 || turned == 270) return 0;
    return StrictMath.cos(Math.toRadians(turned));
  }

  /// Moves to the right and down, with bilinear interpolation unless the distance is in whole pixels.
  public static Matrix shift(Matrix picture, ImageShape shape, double rightPx, double downPx) {
    return moved(picture, shape, (x, y) -> new double[] {x - rightPx, y - downPx});
  }

  /// Blurs by a Gaussian of standard deviation `sdPx`, cut off at 3 standard deviations and normalised to a sum of 1; 0
  /// changes nothing. Throws an [IllegalArgumentException] outside 0 to 100 px.
  public static Matrix blur(Matrix picture, ImageShape shape, double sdPx) {
    if (!(sdPx >= 0 && sdPx <= 100)) throw new IllegalArgumentException("The blur must be from 0 to 100 px, but is " + sdPx);
    if (sdPx == 0) return checked(picture, shape);
    float[] kernel = kernel(sdPx);
    Matrix across = sums(checked(picture, shape), shape, kernel, 1, 0);
    return sums(across, shape, kernel, 0, 1);
  }

  /// Writes with a round pen along a line through `points` (x, y in pixels from the top left corner); existing ink
  /// stays.
  public static Matrix ink(Matrix picture, ImageShape shape, List<double[]> points, double radiusPx) {
    double[] ink = new double[shape.pixels()];
    InkPen pen = new InkPen(ink, shape, radiusPx);
    for (int i = 0; i < points.size(); i++) pen.line(points.get(Math.max(0, i - 1)), points.get(i));
    Matrix before = checked(picture, shape);
    return Matrix.generate(1, shape.pixels(), (_, pixel) -> Math.max(before.get(pixel), (float) ink[pixel]));
  }

  /// Returns the place in the old picture from which a pixel of the new one is taken, as (x, y) in indices of pixels.
  @FunctionalInterface
  private interface Origin {
    double[] of(int x, int y);
  }

  private static Matrix moved(Matrix picture, ImageShape shape, Origin origin) {
    Matrix from = checked(picture, shape);
    return Matrix.generate(1, shape.pixels(), (_, pixel) -> {
      double[] at = origin.of(pixel % shape.width(), pixel / shape.width());
      return between(from, shape, at[0], at[1]);
    });
  }

  private static float between(Matrix picture, ImageShape shape, double x, double y) {
    int left = (int) Math.floor(x), top = (int) Math.floor(y);
    double right = x - left, down = y - top;
    return (float) ((1 - down) * ((1 - right) * grey(picture, shape, left, top) + right * grey(picture, shape, left + 1, top))
        + down * ((1 - right) * grey(picture, shape, left, top + 1) + right * grey(picture, shape, left + 1, top + 1)));
  }

  private static float grey(Matrix picture, ImageShape shape, int x, int y) {
    boolean inside = x >= 0 && x < shape.width() && y >= 0 && y < shape.height();
    return inside ? (float) picture.get(y * shape.width() + x) : 0;
  }

  private static float[] kernel(double sdPx) {
    int reach = (int) Math.ceil(3 * sdPx);
    float[] kernel = new float[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) sum += StrictMath.exp(-i * i / (2 * sdPx * sdPx));
    for (int i = -reach; i <= reach; i++)
      kernel[i + reach] = (float) (StrictMath.exp(-i * i / (2 * sdPx * sdPx)) / sum);
    return kernel;
  }

  private static Matrix sums(Matrix picture, ImageShape shape, float[] kernel, int stepX, int stepY) {
    int reach = kernel.length / 2;
    return Matrix.generate(1, shape.pixels(), (_, pixel) -> {
      int x = pixel % shape.width(), y = pixel / shape.width();
      float sum = 0;
      for (int i = -reach; i <= reach; i++)
        sum += kernel[i + reach] * grey(picture, shape, x + i * stepX, y + i * stepY);
      return sum;
    });
  }

  private static Matrix checked(Matrix picture, ImageShape shape) {
    if (picture.rows() != 1 || picture.cols() != shape.pixels())
      throw new IllegalArgumentException("A picture of " + shape.width() + " x " + shape.height() + " pixels has 1 row of "
          + shape.pixels() + ", not " + picture.rows() + " of " + picture.cols());
    return picture;
  }
}
