package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Drawn digits of 16 x 16 pixels, read as 16 steps of one line each, from the experiment file to the model file.
/// Oracles: guessing, which is wrong nine times in ten, and the error that the run itself reported.
class EncoderRunTest {
  private static final String EXPERIMENT = """
      {"data": {"set": "digits", "training": 600, "validation": 300, "noise": 0.2},
       "network": {"body": [{"type": "reshape", "rows": 16, "cols": 16}, {"type": "position"},
                            {"type": "encoder", "heads": %d, "feedForward": 32, "layerDrop": 0.1,
                             "norm": "%s"}],
                   "hidden": [{"units": 32, "drop": 0.1}]},
       "optimiser": {"type": "adam", "learningRate": 0.003}, "training": {"epochs": 6, "batch": 32, "twin": false}}
      """;

  @TempDir private Path dir;

  private int train(int heads, String norm, StringWriter err) throws IOException {
    Path file = Files.writeString(dir.resolve("asked.json"), EXPERIMENT.formatted(heads, norm));
    String[] line = {"train", file.toString(), "--out", dir.resolve("run").toString()};
    return DropoutLab.run(line, new PrintWriter(new StringWriter()), new PrintWriter(err));
  }

  @ParameterizedTest @ValueSource(strings = {"post", "pre"})
  void anEncoderLearnsDigitsAndItsModelPredictsTheSame(String norm) throws IOException {
    StringWriter err = new StringWriter();
    assertThat(train(4, norm, err)).as(err.toString()).isZero();
    Model model = ModelFile.read(dir.resolve("run/model.json"));
    Experiment experiment = ExperimentFile.read(dir.resolve("run/experiment.json"));
    Examples validation = DataSets.load(experiment.data(), experiment.seed(), dir).validation();
    Predictor predictor = model.predictor(1);
    double reported = new JsonMapper().readTree(Files.readString(dir.resolve("run/metrics.json")))
        .at("/network/validationError").doubleValue();
    assertThat(reported).isLessThan(0.4);
    assertThat(error(predictor.deterministic(validation.x()), validation)).isCloseTo(reported, within(1e-6));
    // One pass with fresh masks is worse than the whole network, but still far from guessing.
    assertThat(error(predictor.pass(validation.x(), false), validation)).isBetween(reported, 0.7);
  }

  /// Models of before the choice was there normalise after the sub-layers.
  @Test void aModelThatDoesNotNameItsNormIsRead() throws IOException {
    assertThat(train(4, "post", new StringWriter())).isZero();
    Path file = dir.resolve("run/model.json");
    Model model = ModelFile.read(file);
    String text = Files.readString(file), older = text.replaceFirst(",\\s*\"norm\": \"post\"", "");
    assertThat(older).isNotEqualTo(text).doesNotContain("norm\"");
    assertThat(ModelFile.read(Files.writeString(file, older))).isEqualTo(model);
  }

  private static double error(Tensor probabilities, Examples truth) {
    int wrong = 0;
    for (int r = 0; r < truth.size(); r++)
      for (int c = 0; c < probabilities.cols(); c++)
        if (probabilities.at(r, c) > probabilities.at(r, truth.label(r))) {
          wrong++;
          break;
        }
    return wrong / (double) truth.size();
  }

  @Test void headsThatDoNotDivideTheStepsFeaturesAreToldInOneSentence() throws IOException {
    StringWriter err = new StringWriter();
    assertThat(train(5, "pre", err)).isEqualTo(DropoutLab.CALLERS_MISTAKE);
    assertThat(err.toString()).contains("heads, 5, must divide the number of features of a step, 16.");
  }
}
