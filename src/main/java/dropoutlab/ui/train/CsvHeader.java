package dropoutlab.ui.train;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// The column names of a CSV file, for the question which of them to predict. Whether the file can be learned from is
/// for the loader to say.
final class CsvHeader {
  private CsvHeader() {}

  static Optional<List<String>> read(File file) {
    try (BufferedReader in = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8);
        CSVParser parser = CSVFormat.DEFAULT.parse(in)) {
      var records = parser.iterator();
      if (!records.hasNext()) return Optional.empty();
      List<String> names = records.next().stream().map(String::strip).map(s -> s.replace("\uFEFF", "")).toList();
      return names.size() < 2 ? Optional.empty() : Optional.of(names);
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }
}
