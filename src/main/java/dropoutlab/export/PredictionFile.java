package dropoutlab.export;

import dropoutlab.data.NewRows;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
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

/// Predictions as CSV, one line per input row, after the requested columns of that row. Regression:
/// `mean, epistemic_sd, total_sd, deterministic` in the target's units. Classes: `class`, one column `p_` and class for
/// each class, `entropy, mutual_information` in nats, `variation_ratio`, and the `deterministic` class.
public final class PredictionFile {
  private PredictionFile() {}

  /// The predictions for the rows that are kept.
  ///
  /// @param noise         the noise that is added to the variance of the passes
  /// @param mc            the result of the passes, standardised as the network answers
  /// @param deterministic (n x columns) with masks off, standardised as the network answers
  public record Said(Noise noise, Predictive mc, Matrix deterministic) {}

  /// @param rows   the rows that were predicted; a row that was left out has empty cells
  /// @param beside the names of the columns before the predictions; a name that the predictions also have gets the
  ///               prefix "input_"
  public static void write(Appendable out, Model model, NewRows rows, List<String> beside, Said said)
      throws IOException {
    CSVPrinter csv = new CSVPrinter(out, HistoryFile.CSV);
    boolean classes = model.isOfClasses();
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
      else cells.addAll(classes ? classRow(model, said, row) : valueRow(model.unit(), said, row));
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

  private static List<Object> classRow(Model model, Said said, int row) {
    List<String> classes = model.schema().classes();
    Predictive mc = said.mc;
    List<Object> cells = new ArrayList<>(List.of(classes.get(mc.classOf(row))));
    int best = 0;
    for (int c = 0; c < classes.size(); c++) {
      cells.add((float) mc.mean().at(row, c));
      if (said.deterministic.at(row, c) > said.deterministic.at(row, best)) best = c;
    }
    cells.addAll(List.of((float) mc.entropy().get(row), (float) mc.information().get(row),
        (float) mc.variation().get(row), classes.get(best)));
    return cells;
  }

  private static List<Object> valueRow(TargetUnit unit, Said said, int row) {
    double aleatoric = said.mc.noiseSd(unit, row, said.noise), epistemic = unit.length(said.mc.sd(row, 0));
    return List.of(value(unit, said.mc.mean().get(row)), Digits.ofSpread(epistemic),
        Digits.ofSpread(Math.hypot(epistemic, aleatoric)), value(unit, said.deterministic.get(row)));
  }

  private static String value(TargetUnit unit, double standardised) {
    return Digits.of(unit.value(standardised), unit.sd());
  }

  /// Writes every single pass, one line per row and pass, both counted from 1: `row, pass`, then `value` or `p_` and
  /// the class.
  public static final class Passes {
    private final CSVPrinter csv;
    private final Model model;
    private final int[] rowInFile;

    public Passes(Appendable out, Model model, NewRows rows) throws IOException {
      this.model = model;
      rowInFile = IntStream.range(0, rows.kept().size()).filter(row -> rows.kept().get(row) >= 0).toArray();
      csv = new CSVPrinter(out, HistoryFile.CSV);
      List<Object> header = new ArrayList<>(List.of("row", "pass"));
      if (!model.isOfClasses()) header.add("value");
      for (String label : model.schema().classes()) header.add("p_" + label);
      csv.printRecord(header);
    }

    /// @param answer (n x columns): one pass, as the network answers
    public void add(Tensor answer, int pass) throws IOException {
      List<Object> cells = new ArrayList<>();
      for (int row = 0; row < answer.rows(); row++) {
        cells.clear();
        cells.add(rowInFile[row] + 1);
        cells.add(pass + 1);
        for (int c = 0; c < answer.cols(); c++)
          cells.add(model.isOfClasses() ? answer.at(row, c) : value(model.unit(), answer.at(row, c)));
        csv.printRecord(cells);
      }
    }
  }
}
