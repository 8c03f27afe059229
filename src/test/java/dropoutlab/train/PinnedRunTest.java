package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Oracle: the weights that these presets reached before there were schedules, augmentation and early stopping. A
/// feature that is switched off must not change a bit.
class PinnedRunTest {
  @Test void twoMoonsReachesTheWeightsThatItAlwaysHas() throws NoSuchAlgorithmException {
    assertThat(hash("two-moons", 10)).isEqualTo("66dd74f8045ed1cf7622eb208a327574f9cc992950555ed7e7609f5fa212a4e8");
  }

  @Test void cubicGapReachesTheWeightsThatItAlwaysHas() throws NoSuchAlgorithmException {
    assertThat(hash("cubic-gap", 10)).isEqualTo("b3160b6cbe4a78b649e47d4c119b43d4b6986c4d4ece253bbb036be1d2a7b633");
  }

  private static String hash(String preset, int epochs) throws NoSuchAlgorithmException {
    Experiment experiment = Presets.load(preset);
    TrainingSession session = TrainingSessionTest.session(experiment);
    while (session.progress().epoch() < epochs) session.step();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Weights each : List.of(session.weights(), session.twinWeights().orElseThrow()))
      Stream.concat(each.weights().stream(), each.biases().stream()).forEach(table -> digest.update(bytes(table)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(Matrix table) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * table.size());
    for (int i = 0; i < table.size(); i++) buffer.putFloat((float) table.get(i));
    return buffer.array();
  }
}
