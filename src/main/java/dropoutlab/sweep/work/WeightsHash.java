package dropoutlab.sweep.work;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over the bits of all weights, so that two runs can be held against each other by one short text.
final class WeightsHash {
  private WeightsHash() {}

  static String of(Weights weights) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<Matrix> part : List.of(weights.weights(), weights.biases(), weights.body()))
        for (Matrix each : part) digest.update(bits(each));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] bits(Matrix values) {
    boolean floats = values.isOfFloats();
    ByteBuffer bits = ByteBuffer.allocate(values.size() * (floats ? Float.BYTES : Double.BYTES));
    for (int i = 0; i < values.size(); i++) {
      if (floats) bits.putInt(Float.floatToRawIntBits((float) values.get(i)));
      else bits.putLong(Double.doubleToRawLongBits(values.get(i)));
    }
    return bits.array();
  }
}
