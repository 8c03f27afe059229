package dropoutlab.ui.sweep;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// How a folder stood when it was looked at last.
///
/// @param results how many runs had a result
public record Seen(Instant at, long results) {
  /// As the settings keep it.
  public String text() { return at + " " + results; }

  /// Settings may hold anything: what cannot be read is not there.
  public static Optional<Seen> read(String text) {
    String[] parts = text.split(" ");
    if (parts.length != 2 || !parts[1].matches("\\d{1,9}")) return Optional.empty();
    try {
      return Optional.of(new Seen(Instant.parse(parts[0]), Long.parseLong(parts[1])));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
