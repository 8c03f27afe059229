package dropoutlab.export;

import dropoutlab.data.NewRows;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVPrinter;

/// Predictions as CSV, a row an input row, after the cells that are wanted beside them. Regression: `mean,
/// epistemic_sd, total_sd, deterministic` in the target's units. Classes: `class`, `p_` and the class for each,
/// `entropy, mutual_information` in nats, `variation_ratio`, and the `deterministic` class.
public final class PredictionFile {
  private PredictionFile() {}

  /// @param rows          what was predicted from; a row that was left out has empty cells
  /// @param beside        what the cells are called that stand before the predictions; "input_" keeps a name apart that
  ///                      the predictions have too
  /// @param deterministic (n x columns): the answers with masks off
  public static void write(Appendable out, Model model, NewRows rows, List<String> beside, Predictive mc,
      Table deterministic) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, HistoryFile.CSV);
    boolean classes = model.noiseSd() == null;
    List<Object> predicted = classes ? classHeader(model)
        : List.of("mean", "epistemic_sd", "total_sd", "deterministic");
    List<Object> cells = new ArrayList<>(apart(beside, predicted));
    cells.addAll(predicted);
    csv.printRecord(cells);
    for (int i = 0; i < rows.kept().size(); i++) {
      int row = rows.kept().get(i);
      cells.clear();
      if (!beside.isEmpty()) cells.addAll(rows.beside().get(i));
      if (row < 0) cells.addAll(Collections.nCopies(predicted.size(), ""));
      else cells.addAll(classes ? classRow(model, mc, deterministic, row) : valueRow(model, mc, deterministic, row));
      csv.printRecord(cells);
    }
    csv.flush();
  }

  private static List<String> apart(List<String> beside, List<Object> predicted) {
    Set<Object> taken = new HashSet<>(predicted);
    List<String> names = new ArrayList<>();
    for (String each : beside) {
      String name = each;
      while (!taken.add(name)) name = "input_" + name;
      names.add(name);
    }
    return names;
  }

  private static List<Object> classHeader(Model model) {
    List<Object> header = new ArrayList<>(List.of("class"));
    for (String label : model.schema().classes()) header.add("p_" + label);
    header.addAll(List.of("entropy", "mutual_information", "variation_ratio", "deterministic"));
    return header;
  }

  private static List<Object> classRow(Model model, Predictive mc, Table deterministic, int row) {
    List<String> classes = model.schema().classes();
    List<Object> cells = new ArrayList<>(List.of(classes.get(mc.classOf(row))));
    int best = 0;
    for (int c = 0; c < classes.size(); c++) {
      cells.add(mc.mean().at(row, c));
      if (deterministic.at(row, c) > deterministic.at(row, best)) best = c;
    }
    cells.addAll(List.of(mc.entropy().get(row), mc.information().get(row), mc.variation().get(row), classes.get(best)));
    return cells;
  }

  private static List<Object> valueRow(Model model, Predictive mc, Table deterministic, int row) {
    double noise = model.noiseSd();
    double aleatoric = mc.aleatoric().isEmpty() ? noise * noise : mc.aleatoric().get(row);
    float total = (float) Math.sqrt(mc.variance().get(row) + aleatoric);
    return List.of(mc.mean().get(row), mc.sd(row, 0), total, deterministic.get(row));
  }

  /// Every single pass, a line a row and pass, both counted from 1: `row, pass`, then `value` or `p_` and the class.
  public static final class Passes {
    private final CSVPrinter csv;
    private final int[] rowInFile;

    public Passes(Appendable out, Model model, NewRows rows) throws IOException {
      rowInFile = IntStream.range(0, rows.kept().size()).filter(row -> rows.kept().get(row) >= 0).toArray();
      csv = new CSVPrinter(out, HistoryFile.CSV);
      List<Object> header = new ArrayList<>(List.of("row", "pass"));
      if (model.noiseSd() != null) header.add("value");
      for (String label : model.schema().classes()) header.add("p_" + label);
      csv.printRecord(header);
    }

    /// @param answer (n x columns): one pass
    public void add(Tensor answer, int pass) throws IOException {
      List<Object> cells = new ArrayList<>();
      for (int row = 0; row < answer.rows(); row++) {
        cells.clear();
        cells.add(rowInFile[row] + 1);
        cells.add(pass + 1);
        for (int c = 0; c < answer.cols(); c++) cells.add(answer.at(row, c));
        csv.printRecord(cells);
      }
    }
  }
}
