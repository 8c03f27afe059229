package dropoutlab.sweep.folder;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.RunId;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// A line of a segment: a result as a JSON object whose last entry is the CRC32C of all bytes before it. Numbers are
/// written so that they are read again to the bit.
final class ResultLine {
  private static final String CRC = ",\"crc\":\"", END = "\"}", RUN = "{\"run\":\"", FINITE = "\",\"end\":\"done\"",
      SECONDS = ",\"seconds\":";
  private static final int DIGITS = 8, TAIL = CRC.length() + DIGITS + END.length(), ID = 16;

  private ResultLine() {}

  enum End { DONE, NOT_FINITE }

  /// The object without its checksum.
  private record Entry(String run, End end, int epoch, Map<Measure, Double> measures, Map<Integer, Double> passes,
                       String weights, double seconds, String node) {}

  static byte[] write(Outcome of) {
    String json = StrictJson.compact(new Entry(of.run().toString(), of.finite() ? End.DONE : End.NOT_FINITE, of.epoch(),
        of.measures().isEmpty() ? Map.of() : new EnumMap<>(of.measures()), of.passes(), of.weights(), of.seconds(),
            of.node()));
    String body = json.substring(0, json.length() - 1);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (body + CRC + HexFormat.of().toHexDigits(crc(bytes, 0, bytes.length)) + END + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /// Returns the run of a line without its line break; empty for one that is damaged.
  static OptionalLong run(byte[] bytes, int from, int length) {
    int body = length - TAIL;
    if (body < RUN.length() + ID || !at(bytes, from, RUN) || !at(bytes, from + body, CRC)
        || !at(bytes, from + length - END.length(), END)) return OptionalLong.empty();
    try {
      String crc = HexFormat.of().toHexDigits(crc(bytes, from, body));
      if (!at(bytes, from + body + CRC.length(), crc)) return OptionalLong.empty();
      return OptionalLong.of(HexFormat.fromHexDigitsToLong(text(bytes, from + RUN.length(), ID)));
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  /// Returns whether a sound line tells of a run with finite losses.
  static boolean finite(byte[] bytes, int from) { return at(bytes, from + RUN.length() + ID, FINITE); }

  /// Returns how long a run took, of a sound line.
  static double seconds(byte[] bytes, int from, int length) {
    for (int at = from + length - TAIL - SECONDS.length(); at > from; at--) {
      if (bytes[at] != ',' || !at(bytes, at, SECONDS)) continue;
      int first = at + SECONDS.length(), end = first;
      while (bytes[end] != ',') end++;
      return Double.parseDouble(text(bytes, first, end - first));
    }
    return 0;
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean at(byte[] bytes, int from, String text) {
    for (int i = 0; i < text.length(); i++) if (bytes[from + i] != text.charAt(i)) return false;
    return true;
  }

  /// Reads a line; empty for one that is damaged or of another form.
  static Optional<Outcome> read(byte[] bytes, int from, int length) {
    if (run(bytes, from, length).isEmpty()) return Optional.empty();
    try {
      String json = new String(bytes, from, length - TAIL, StandardCharsets.UTF_8) + "}";
      Entry entry = StrictJson.bind(StrictJson.parse(json, ""), Entry.class);
      return Optional.of(new Outcome(RunId.parse(entry.run), entry.end == End.DONE, entry.epoch, entry.measures,
          new TreeMap<>(entry.passes), entry.weights, entry.seconds, entry.node));
    } catch (ExperimentException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
