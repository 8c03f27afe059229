package dropoutlab.export;

import dropoutlab.frame.Noise;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.TargetUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/// Predictions as CSV, a row an input row. Regression: `mean, epistemic_sd, total_sd, deterministic` in the target's
/// units. Classes: `class`, `p_` and the class for each, `entropy, mutual_information` in nats, `variation_ratio`, and
/// the `deterministic` class.
public final class PredictionFile {
  private PredictionFile() {}

  /// @param noise         that is added to the variance of the passes
  /// @param mc            and `deterministic`, (n x columns) with masks off, as the network answers: standardised
  public static void write(Appendable out, Model model, Noise noise, Predictive mc, Table deterministic)
      throws IOException {
    CSVPrinter csv = new CSVPrinter(out, HistoryFile.CSV);
    boolean classes = model.isOfClasses();
    csv.printRecord(classes ? classHeader(model) : List.of("mean", "epistemic_sd", "total_sd", "deterministic"));
    for (int row = 0; row < deterministic.rows(); row++)
      csv.printRecord(classes ? classRow(model, mc, deterministic, row)
          : valueRow(model.unit(), noise, mc, deterministic, row));
    csv.flush();
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
      cells.add((float) mc.mean().at(row, c));
      if (deterministic.at(row, c) > deterministic.at(row, best)) best = c;
    }
    cells.addAll(List.of((float) mc.entropy().get(row), (float) mc.information().get(row),
        (float) mc.variation().get(row), classes.get(best)));
    return cells;
  }

  private static List<Object> valueRow(TargetUnit unit, Noise noise, Predictive mc, Table deterministic, int row) {
    double aleatoric = unit.noiseSd(mc, row, noise), epistemic = unit.length(mc.sd(row, 0));
    return List.of(value(unit, mc.mean().get(row)), Digits.ofSpread(epistemic),
        Digits.ofSpread(Math.hypot(epistemic, aleatoric)), value(unit, deterministic.get(row)));
  }

  private static String value(TargetUnit unit, double standardised) {
    return Digits.of(unit.value(standardised), unit.sd());
  }

  /// Every single pass, a line a row and pass, both counted from 1: `row, pass`, then `value` or `p_` and the class.
  public static final class Passes {
    private final CSVPrinter csv;
    private final Model model;

    public Passes(Appendable out, Model model) throws IOException {
      this.model = model;
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
        cells.add(row + 1);
        cells.add(pass + 1);
        for (int c = 0; c < answer.cols(); c++)
          cells.add(model.isOfClasses() ? answer.at(row, c) : value(model.unit(), answer.at(row, c)));
        csv.printRecord(cells);
      }
    }
  }
}
