package dropoutlab.export.picture.vector;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures enlarged: each pixel as a block, or interpolated between the centres of the pixels, with the edges held.
public final class Pixels {
  private Pixels() {}

  /// Pixels of pictures in vector files, in a pt: those of good print.
  public static final double VECTOR_PER_PT = 220 / 72.0;
  /// Finer than this no cell is interpolated in vector files: what is left is up to the program that shows it.
  private static final int FINEST_SMOOTH = 8;
  private static final int FINEST_BLOCK = 32;

  /// A picture for vector files, which programs enlarge as they please: about `wide` x `high` pixels, each block a
  /// whole number of them.
  public static BufferedImage enlarged(int[] argb, int columns, int rows, double wide, double high, boolean smooth) {
    int finest = smooth ? FINEST_SMOOTH : FINEST_BLOCK;
    int across = Math.clamp((int) Math.ceil(wide / columns), 1, finest);
    int down = Math.clamp((int) Math.ceil(high / rows), 1, finest);
    int width = columns * across, height = rows * down;
    boolean opaque = true;
    for (int i = 0; i < columns * rows; i++) opaque &= argb[i] >>> 24 == 255;
    BufferedImage image = new BufferedImage(width, height,
        opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, stretch(argb, columns, rows, width, height, smooth), 0, width);
    return image;
  }

  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) throw new IllegalStateException("This Java cannot write PNG pictures.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Returns a new (height x width) array; `argb` is (rows x columns), with row 0 at the top.
  public static int[] stretch(int[] argb, int columns, int rows, int width, int height, boolean smooth) {
    int[] out = new int[width * height];
    for (int j = 0; j < height; j++) {
      double v = (j + 0.5) * rows / height;
      for (int i = 0; i < width; i++) {
        double u = (i + 0.5) * columns / width;
        out[j * width + i] = smooth ? between(argb, columns, rows, u - 0.5, v - 0.5)
            : argb[Math.min(rows - 1, (int) v) * columns + Math.min(columns - 1, (int) u)];
      }
    }
    return out;
  }

  private static int between(int[] argb, int columns, int rows, double u, double v) {
    double x = Math.clamp(u, 0, columns - 1);
    double y = Math.clamp(v, 0, rows - 1);
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(columns - 1, left + 1);
    int bottom = Math.min(rows - 1, top + 1);
    int upper = mix(argb[top * columns + left], argb[top * columns + right], x - left);
    int lower = mix(argb[bottom * columns + left], argb[bottom * columns + right], x - left);
    return mix(upper, lower, y - top);
  }

  private static int mix(int a, int b, double share) {
    if (a == b) return a;
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int from = a >>> shift & 0xFF;
      int to = b >>> shift & 0xFF;
      mixed |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return mixed;
  }
}
