package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Schema;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// A network on images from the experiment file to predictions. Oracles: ten classes, so that guessing is wrong in 90
/// %; the error that training measured, found again in the predictions of the model that it wrote; and sentences
/// written by hand.
class SpatialNetworkTest {
  private static final String EXPERIMENT = """
      {"data": {"type": "generated", "set": "digits", "training": 500, "validation": 200, "noise": 0.3},
       "network": {"body": [
         {"type": "conv2d", "maps": 8}, {"type": "batch-norm"}, {"type": "activate"},
         {"type": "drop-block", "p": 0.1, "block": 2}, {"type": "pool"},
         {"type": "conv2d", "maps": 8}, {"type": "batch-norm"}, {"type": "activate"},
         {"type": "spatial-dropout", "p": 0.1}, {"type": "pool", "kind": "average"},
         {"type": "residual", "drop": 0.2, "layers": [{"type": "layer-norm"}, {"type": "conv2d", "maps": 8}]},
         {"type": "dropout", "p": 0.1}],
        "hidden": [{"units": 32, "drop": 0.3}]},
       "optimiser": {"type": "adam", "learningRate": 0.004},
       "training": {"epochs": 8, "batch": 16, "twin": false}}""";

  @TempDir private Path dir;

  private void good(String line) {
    StringWriter err = new StringWriter();
    String[] args = line.replace("DIR", dir.toString()).split(" ");
    int code = DropoutLab.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err));
    assertThat(code).as(err.toString()).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test void aConvolutionalNetworkLearnsAndItsModelPredictsWhatTrainingMeasured() throws IOException {
    Files.writeString(dir.resolve("digits.json"), EXPERIMENT);
    good("train DIR/digits.json --out DIR/one");
    good("train DIR/one/experiment.json --out DIR/two");
    assertThat(dir.resolve("two/model.json")).hasSameBinaryContentAs(dir.resolve("one/model.json"));

    Experiment experiment = ExperimentFile.read(dir.resolve("one/experiment.json"));
    DataSet data = DataSets.load(experiment.data(), experiment.dataSeed(), Path.of(""));
    Files.writeString(dir.resolve("x.csv"), csv(data.schema(), data.validation().x()));
    good("predict DIR/one/model.json --data DIR/x.csv --passes 20 --out DIR/p.csv");
    good("predict DIR/two/model.json --data DIR/x.csv --passes 20 --out DIR/q.csv");
    assertThat(dir.resolve("q.csv")).hasSameBinaryContentAs(dir.resolve("p.csv"));

    double measured = new JsonMapper().readTree(Files.readString(dir.resolve("one/metrics.json"))).get("network")
        .get("validationError").doubleValue();
    assertThat(measured).as("error %s", measured).isLessThan(0.3);
    List<String> lines = Files.readAllLines(dir.resolve("p.csv"));
    int column = List.of(lines.getFirst().split(",")).indexOf("deterministic"), wrong = 0;
    for (int row = 0; row < 200; row++) {
      String label = data.schema().classes().get(data.validation().label(row));
      if (!lines.get(row + 1).split(",")[column].equals(label)) wrong++;
    }
    assertThat(wrong / 200.0).isCloseTo(measured, within(1e-6));

    Model model = ModelFile.read(dir.resolve("one/model.json"));
    Path again = Files.writeString(dir.resolve("again.json"), ModelFile.text(model));
    assertThat(again).hasSameBinaryContentAs(dir.resolve("one/model.json"));
  }

  private static String csv(Schema schema, Tensor x) {
    StringBuilder text = new StringBuilder(String.join(",", schema.inputs())).append('\n');
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < x.cols(); c++)
        text.append(schema.inputScaling().toRaw(c, x.at(r, c))).append(c + 1 < x.cols() ? ',' : '\n');
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{\"type\": \"pool\"} | {\"type\": \"pool\", \"size\": 17} | "
          + "A window of 17 x 17 does not fit into maps of 16 x 16.",
      "\"block\": 2 | \"block\": 20 | A block of 20 x 20 does not fit into maps of 16 x 16.",
      "{\"type\": \"layer-norm\"}, | {\"type\": \"pool\"}, | "
          + "The layers of a residual block must keep the shape, but make 8 x 2 x 2 of 8 x 4 x 4.",
      "{\"type\": \"dropout\", \"p\": 0.1} | {\"type\": \"reshape\", \"rows\": 9, \"cols\": 9} | "
          + "The 128 columns of 8 x 4 x 4 cannot be read as 1 x 9 x 9.",
      "\"maps\": 8}, {\"type\": \"batch-norm\"} | \"maps\": 8}, {\"type\": \"conv2d\"} | "
          + "network.body[1].maps: is missing.",
      "\"maps\": 8}, {\"type\": \"batch-norm\"} | \"maps\": 8}, {\"type\": \"batch-norm\", \"momentum\": 3} | "
          + "network.body[1].momentum: must be from 0 to 1, but is 3.",
      "\"maps\": 8}, {\"type\": \"batch-norm\"} | \"maps\": 8}, {\"type\": \"dropout\", \"method\": "
          + "{\"type\": \"drop-connect\"}} | "
          + "network.body[1].method: needs the weights of a dense layer; choose it for a hidden layer.",
  })
  void aBodyThatDoesNotFitIsToldInOneSentence(String good, String bad, String sentence) throws IOException {
    assertThat(EXPERIMENT).contains(good);
    Files.writeString(dir.resolve("bad.json"), EXPERIMENT.replace(good, bad));
    StringWriter err = new StringWriter();
    int code = DropoutLab.run(new String[] {"train", dir + "/bad.json", "--out", dir + "/out"},
        new PrintWriter(new StringWriter()), new PrintWriter(err));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().endsWith(sentence);
  }
}
