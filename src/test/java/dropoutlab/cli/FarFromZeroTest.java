package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A table whose target or input is far from zero, from the data file to the files of the run. Oracle: the same
/// decimals around zero.
class FarFromZeroTest extends Commands {
  private static final String EXPERIMENT = """
      {"data": {"type": "csv", "path": "%s/%s.csv", "target": "y"}, "training": {"epochs": 40, "twin": false},
       "network": {"hidden": [{"units": 20, "activation": "tanh", "drop": 0.05}]}}""";

  /// Five decimals, as the clock of a telescope gives them.
  private void table(String name, BigDecimal xShift, BigDecimal yShift, BigDecimal factor) throws IOException {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < 90; i++) {
      BigDecimal y = BigDecimal.valueOf(Math.round(1e5 * (Math.sin(i / 15.0) + 0.1 * random.nextGaussian())), 5);
      csv.append(xShift.add(BigDecimal.valueOf(40L * i)).toPlainString()).append(',')
          .append(y.multiply(factor).add(yShift).toPlainString()).append('\n');
    }
    write(name + ".csv", csv.toString());
    write(name + ".json", EXPERIMENT.formatted(dir, name));
  }

  private record Run(JsonNode train, JsonNode evaluate, List<List<String>> predict) {}

  private Run run(String name, BigDecimal xShift, BigDecimal yShift, BigDecimal factor) throws IOException {
    table(name, xShift, yShift, factor);
    good("train DIR/" + name + ".json --out DIR/" + name);
    good("evaluate DIR/" + name + "/model.json --data DIR/" + name + ".csv --out DIR/" + name + ".ev");
    good("predict DIR/" + name + "/model.json --data DIR/" + name + ".csv --out DIR/" + name + ".p");
    ObjectMapper json = new ObjectMapper();
    return new Run(json.readTree(Files.readString(dir.resolve(name + "/metrics.json"))),
        json.readTree(Files.readString(dir.resolve(name + ".ev"))), csv(name + ".p"));
  }

  private static final List<String> LENGTHS = List.of("/network/trainError", "/network/validationError",
      "/noise/deterministic/sd", "/noise/mcDropout/sd");
  private static final List<String> EVALUATED = List.of("rmse", "coverage95/meanWidth");

  @ParameterizedTest @CsvSource({"0, 2460310, 1", "0, 1e9, 1", "1700000000, 0, 1", "-1e9, -1e9, 1", "0, 1.333, 1e-5",
      "0, 0, 1e-12", "0, 0, 1e12"})
  void allNumbersAreThoseAroundZeroToFourDigits(String xShift, String yShift, String factor) throws IOException {
    BigDecimal c = new BigDecimal(yShift), k = new BigDecimal(factor);
    double shift = c.doubleValue(), scale = k.doubleValue();
    Run near = run("near", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);
    Run far = run("far", new BigDecimal(xShift), c, k);
    for (String path : LENGTHS) assertRatio(far.train, near.train, path, scale);
    for (String method : List.of("deterministic", "mcDropout")) {
      for (String key : EVALUATED) assertRatio(far.evaluate, near.evaluate, "/" + method + "/" + key, scale);
      assertRatio(far.evaluate, near.evaluate, "/" + method + "/tau", 1 / (scale * scale));
      assertRatio(far.evaluate, near.evaluate, "/" + method + "/coverage95/share", 1);
      assertThat(far.evaluate.at("/" + method + "/logLikelihood").doubleValue())
          .isCloseTo(near.evaluate.at("/" + method + "/logLikelihood").doubleValue() - Math.log(scale), within(1e-4));
    }
    Map<String, Double> shifts = Map.of("mean", shift, "deterministic", shift, "epistemic_sd", 0.0, "total_sd", 0.0);
    List<Double> means = new ArrayList<>();
    for (int row = 1; row < near.predict.size(); row++) {
      int line = row;
      shifts.forEach((column, by) -> assertThat(number(far.predict, line, column) - by).as(column + " " + line)
          .isCloseTo(scale * number(near.predict, line, column), within(2e-4 * scale + 2 * Math.ulp(shift))));
      means.add(number(far.predict, row, "mean"));
    }
    // The predictions form a curve, not a staircase.
    assertThat(means).doesNotHaveDuplicates();
  }

  private static void assertRatio(JsonNode far, JsonNode near, String path, double factor) {
    assertThat(far.at(path).doubleValue() / near.at(path).doubleValue() / factor).as(path).isCloseTo(1, within(1e-4));
  }
}
