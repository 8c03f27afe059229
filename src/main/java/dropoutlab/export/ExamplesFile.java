package dropoutlab.export;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.spec.Task;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/// Examples as CSV in the user's units: the inputs, then the target. Numbers have at most six decimals, which is the
/// precision of the generated sets in single precision.
public final class ExamplesFile {
  private static final int DECIMALS = 6;

  private ExamplesFile() {}

  public static void write(Appendable out, Schema schema, Examples examples) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, HistoryFile.CSV);
    List<String> header = new ArrayList<>(schema.inputs());
    header.add(schema.target());
    csv.printRecord(header);
    for (int row = 0; row < examples.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < schema.inputs().size(); c++)
        cells.add(shown(schema.inputScaling().toRaw(c, examples.x().at(row, c))));
      cells.add(schema.task() == Task.CLASSIFICATION ? schema.classes().get(examples.label(row))
          : shown(schema.targetScaling().toRaw(0, examples.y().at(row, 0))));
      csv.printRecord(cells);
    }
    csv.flush();
  }

  private static String shown(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }
}
