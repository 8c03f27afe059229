package dropoutlab.sweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.RunId;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/// A line of a segment.
class ResultLineTest {
  @Test void anyResultIsReadAgainToTheBit() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      Outcome outcome = outcome(random);
      byte[] line = ResultLine.write(outcome);
      int length = line.length - 1;
      assertThat(line[length]).isEqualTo((byte) '\n');
      assertThat(ResultLine.read(line, 0, length)).contains(outcome);
      assertThat(ResultLine.run(line, 0, length)).hasValue(outcome.run().bits());
      assertThat(ResultLine.finite(line, 0)).isEqualTo(outcome.finite());
      assertThat(ResultLine.seconds(line, 0, length)).isEqualTo(outcome.seconds());
    }
  }

  private static Outcome outcome(Random random) {
    Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    for (Measure each : Measure.values())
      if (random.nextBoolean()) measures.put(each, Math.abs(Double.longBitsToDouble(random.nextLong() & ~(1L << 62))));
    Map<Integer, Double> passes = new TreeMap<>();
    while (random.nextBoolean()) passes.put(random.nextInt(1000), random.nextDouble());
    String node = new String[] {"c03", "node \"x\", y\\", "Knoten-ß\n", ",\"seconds\":7,"}[random.nextInt(4)];
    boolean finite = random.nextBoolean();
    return new Outcome(new RunId(random.nextLong()), finite, random.nextInt(1 << 20), finite ? measures : Map.of(),
        finite ? passes : Map.of(), "ab".repeat(32), random.nextInt(1 << 30) / 1e3, node);
  }

  /// The checksum is that which other programs would work out.
  @Test void theLineEndsWithTheChecksumOfAllBeforeIt() {
    Outcome some = new Outcome(new RunId(42), true, 3, Map.of(Measure.ERROR, 0.25), Map.of(), "ff", 1.5, "here");
    String line = new String(ResultLine.write(some));
    assertThat(line).startsWith("{\"run\":\"000000000000002a\",\"end\":\"done\",\"epoch\":3,\"measures\":{\"error\":0.25},");
    int at = line.lastIndexOf(",\"crc\":\"");
    CRC32C crc = new CRC32C();
    crc.update(line.substring(0, at).getBytes());
    assertThat(line.substring(at)).isEqualTo(",\"crc\":\"" + HexFormat.of().toHexDigits((int) crc.getValue())
        + "\"}\n");
  }
}
