package dropoutlab.export.picture;

import dropoutlab.figure.plot.Theme;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The colours of a film, the same for all of its frames, and one for what does not change. It begins with the colours
/// of the theme that occur; each further one is that which the others serve worst: blends of lines with their ground,
/// and the steps of colour scales. It ends when all are served well, because fewer colours make smaller files.
final class GifPalette {
  /// With the one for what does not change, as many as GIF has.
  private static final int MOST = 255;
  /// Colours are told apart in steps of four.
  private static final int LOW_BITS = 2, BITS = 8 - LOW_BITS, BUCKETS = 1 << 3 * BITS;
  /// A distance that nobody sees, squared; where a colour is rare, so much more goes unseen.
  private static final double UNSEEN = 9, RARE = 400;

  private final int[] colours;
  private final short[] nearest = new short[BUCKETS];

  private GifPalette(int[] colours) {
    this.colours = colours;
    Arrays.fill(nearest, (short) -1);
  }

  /// How often colours occur.
  static final class Count {
    private final int[] counts = new int[BUCKETS];
    private final long[] sums = new long[3 * BUCKETS];

    /// @param rgb pixels
    void add(int[] rgb) {
      for (int each : rgb) {
        int bucket = bucket(each);
        counts[bucket]++;
        for (int channel = 0; channel < 3; channel++) sums[3 * bucket + channel] += each >> 16 - 8 * channel & 255;
      }
    }

    private int mean(int bucket) {
      int rgb = 0;
      for (int channel = 0; channel < 3; channel++)
        rgb = rgb << 8 | (int) Math.round((double) sums[3 * bucket + channel] / counts[bucket]);
      return rgb;
    }
  }

  static GifPalette of(Theme theme, Count count) {
    int[] buckets = IntStream.range(0, BUCKETS).filter(i -> count.counts[i] > 0).toArray();
    double[] away = new double[buckets.length];
    Arrays.fill(away, Double.POSITIVE_INFINITY);
    int[] colours = new int[MOST];
    int size = 0;
    for (int token : theme.colours())
      if (count.counts[bucket(token)] > 0 && size < MOST) add(token & 0xFFFFFF, colours, size++, buckets, away, count);
    for (int worst = worst(buckets, away, count); worst >= 0 && size < MOST; worst = worst(buckets, away, count))
      add(count.mean(buckets[worst]), colours, size++, buckets, away, count);
    return new GifPalette(Arrays.copyOf(colours, size));
  }

  private static void add(int colour, int[] colours, int size, int[] buckets, double[] away, Count count) {
    colours[size] = colour;
    for (int i = 0; i < buckets.length; i++) away[i] = Math.min(away[i], distance(colour, count.mean(buckets[i])));
  }

  /// The place of the bucket that is served worst; -1 where all are served well.
  private static int worst(int[] buckets, double[] away, Count count) {
    int worst = -1;
    double most = 1;
    for (int i = 0; i < buckets.length; i++) {
      double badly = away[i] / (UNSEEN + RARE / Math.sqrt(count.counts[buckets[i]]));
      if (badly > most) {
        most = badly;
        worst = i;
      }
    }
    return worst;
  }

  private static int bucket(int rgb) {
    return (rgb >> 16 + LOW_BITS & (1 << BITS) - 1) << 2 * BITS | (rgb >> 8 + LOW_BITS & (1 << BITS) - 1) << BITS
        | rgb >> LOW_BITS & (1 << BITS) - 1;
  }

  /// Squared; the eye sees green best and blue worst.
  private static double distance(int a, int b) {
    double red = (a >> 16 & 255) - (b >> 16 & 255), green = (a >> 8 & 255) - (b >> 8 & 255),
        blue = (a & 255) - (b & 255);
    return .9 * red * red + 1.7 * green * green + .4 * blue * blue;
  }

  int size() { return colours.length; }

  int colour(int index) { return colours[index]; }

  /// The index of what does not change, behind all colours.
  int unchanged() { return colours.length; }

  /// The colours as an image has them, filled up to a power of two.
  IndexColorModel model() {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(colours.length));
    int[] argb = new int[1 << bits];
    for (int i = 0; i < colours.length; i++) argb[i] = 0xFF000000 | colours[i];
    for (int i = colours.length + 1; i < argb.length; i++) argb[i] = 0xFF000000;
    return new IndexColorModel(bits, argb.length, argb, 0, true, unchanged(), DataBuffer.TYPE_BYTE);
  }

  /// The index of the nearest colour of each pixel.
  byte[] indices(int[] rgb) {
    byte[] indices = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) indices[i] = (byte) nearest(rgb[i]);
    return indices;
  }

  private int nearest(int rgb) {
    int bucket = bucket(rgb);
    if (nearest[bucket] < 0) {
      int middle = rgb & 0xFCFCFC | 0x020202;
      int best = 0;
      for (int i = 1; i < colours.length; i++)
        if (distance(colours[i], middle) < distance(colours[best], middle)) best = i;
      nearest[bucket] = (short) best;
    }
    return nearest[bucket];
  }
}
