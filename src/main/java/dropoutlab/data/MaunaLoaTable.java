package dropoutlab.data;

import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec;
import java.io.InputStream;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/// The annual mean CO2 at Mauna Loa in ppm (NOAA Global Monitoring Laboratory and Scripps Institution of Oceanography).
/// Both parts are in the order of the years: the later years are a forecast, and so nothing is shuffled.
final class MaunaLoaTable {
  private static final String RESOURCE = "/assets/data/mauna-loa-co2.csv";

  private MaunaLoaTable() {}

  static DataSet load(DataSpec.MaunaLoa spec) {
    CsvText source = new CsvText("mauna-loa-co2.csv", MaunaLoaTable::open);
    CsvTable table = CsvTable.read(source, CsvSniff.of(source, CsvStyle.SEEN, Decimal.POINT),
        new CsvTable.Wanted(InputForm.ofNumbers(List.of("year")), "ppm", List.of(), true));
    double[] ppm = table.targets().stream().mapToDouble(Double::parseDouble).toArray();
    RawExamples all = new RawExamples(table.inputs(), ppm);
    return Columns.ofRegression(List.of("year"), "CO2 (ppm)").scale(
        all.pick(years(table, year -> year <= spec.lastTrainingYear())),
        all.pick(years(table, year -> year > spec.lastTrainingYear())));
  }

  private static InputStream open() {
    InputStream in = MaunaLoaTable.class.getResourceAsStream(RESOURCE);
    if (in == null) throw new IllegalStateException(RESOURCE + " is not on the class path");
    return in;
  }

  private static int[] years(CsvTable table, DoublePredicate chosen) {
    return IntStream.range(0, table.inputs().size()).filter(i -> chosen.test(table.inputs().get(i)[0])).toArray();
  }
}
