package dropoutlab.export.picture;

import dropoutlab.export.HistoryFile;
import dropoutlab.figure.plot.DataTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/// The numbers that a figure shows as CSV: the names of the columns with their units, then a row a point. Each number
/// is the shortest that gives the same double; what is not finite is left empty.
public final class TableFile {
  private TableFile() {}

  public static String text(DataTable table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, HistoryFile.CSV)) {
      csv.printRecord(table.columns().stream().map(DataTable.Column::heading).toList());
      for (List<Object> row : table.rows()) csv.printRecord(row.stream().map(TableFile::shown).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  public static byte[] bytes(DataTable table) { return text(table).getBytes(StandardCharsets.UTF_8); }

  private static String shown(Object cell) {
    return switch (cell) {
      case null -> "";
      case Double number -> Double.isFinite(number) ? Double.toString(number) : "";
      default -> cell.toString();
    };
  }
}
