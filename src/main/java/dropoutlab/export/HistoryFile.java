package dropoutlab.export;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The curves of a run as CSV: `epoch`, then one column per [Curve]. The columns of the twin are present if it was
/// trained, and those of validation if there were validation data; those of the networks beside come last. A value that
/// was not measured (masks on before the first epoch, or a network beside that has stopped) is empty. Each number is
/// the shortest that gives the same float.
public final class HistoryFile {
  public static final String NAME = "history.csv";
  /// How all of our tables are written.
  public static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private HistoryFile() {}

  public static String text(History history, boolean twin) {
    List<Curve> curves = history.curves().stream().filter(curve -> twin || !curve.ofTwin())
        .filter(curve -> history.holdsOut() || !curve.ofValidation()).toList();
    int[] columns = curves.stream().mapToInt(history::column).toArray();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
      List<Object> cells = new ArrayList<>(List.of("epoch"));
      for (Curve curve : curves) cells.add(curve.column());
      csv.printRecord(cells);
      for (int row = 0; row < history.size(); row++) {
        cells.clear();
        cells.add(history.epoch(row));
        for (int column : columns) cells.add(shown(history.value(column, row)));
        csv.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String shown(float value) {
    if (Float.isInfinite(value)) throw new IllegalStateException("A history cannot hold " + value + ".");
    return Float.isNaN(value) ? "" : Float.toString(value);
  }
}
