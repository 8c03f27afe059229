package dropoutlab.math;

import java.util.List;
import jdk.incubator.vector.VectorShape;

/// The width of the vectors on which the engine computes: the width that the processor prefers, or the one that the
/// system property `dropoutlab.vector` asks for: `512`, `256` or `128` bits, or `plain` for loops without the Vector
/// API. A width that the processor lacks is emulated, slowly but with the same bits, so that every machine can test all
/// widths.
///
/// Other classes that use the Vector API are loaded only if [#USED] is true.
public final class Vectors {
  private static final String PROPERTY = "dropoutlab.vector";
  private static final List<String> WIDTHS = List.of("512", "256", "128");

  /// The number of bits in a vector; 0 for plain loops.
  static final int BITS = bits(System.getProperty(PROPERTY));
  static final boolean USED = BITS > 0;

  private Vectors() {}

  private static int bits(String asked) {
    if (asked != null && !asked.equals("plain") && !WIDTHS.contains(asked))
      throw new IllegalArgumentException(
          PROPERTY + " must be 512, 256, 128 or plain, but is \"" + asked + "\".");
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!there || "plain".equals(asked)) return 0;
    return asked == null ? preferredBits() : Integer.parseInt(asked);
  }

  /// Vectors wider than those tested here are not used, and narrower ones do not pay.
  private static int preferredBits() {
    int bits = Math.min(VectorShape.preferredShape().vectorBitSize(), 512);
    return bits < 128 ? 0 : bits;
  }

  /// Describes in words what the engine computes on.
  public static String described() {
    if (!USED) return "plain loops, no vectors";
    return "vectors of " + BITS + " bits (the processor prefers " + preferredBits() + ")";
  }
}
