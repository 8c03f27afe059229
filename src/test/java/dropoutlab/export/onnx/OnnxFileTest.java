package dropoutlab.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.export.Model;
import dropoutlab.frame.RunState;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: ONNX Runtime 1.23.2, which reads the file and computes the same network.
class OnnxFileTest {
  private static final int STEPS = 40, ROWS = 50;
  private static final double CLOSE = 1e-5;

  private record Trained(Model model, DataSet data) {
    static Trained of(Experiment experiment) {
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      for (int i = 0; i < STEPS; i++) session.step();
      return new Trained(Model.of(new FrameBuilder(session).present(0, new RunState.Paused(), 0), data), data);
    }

    int rows() { return Math.min(ROWS, data.train().x().rows()); }

    /// The first examples as the network takes them.
    Tensor scaled() {
      Tensor all = data.train().x(), some = new Tensor(rows(), all.cols());
      System.arraycopy(all.data(), 0, some.data(), 0, some.size());
      return some;
    }

    /// The same in the user's units.
    double[][] raw() {
      Tensor x = scaled();
      double[][] raw = new double[x.rows()][x.cols()];
      for (int r = 0; r < x.rows(); r++)
        for (int c = 0; c < x.cols(); c++) raw[r][c] = data.schema().inputScaling().toRaw(c, x.at(r, c));
      return raw;
    }
  }

  static Stream<String> presets() { return Presets.names().stream(); }

  @ParameterizedTest
  @MethodSource("presets")
  void onnxRuntimeAnswersAsTheEngineWithMasksOff(String preset) throws Exception {
    Trained trained = Trained.of(Presets.load(preset));
    compare(trained);
  }

  static Stream<String> changes() {
    return Stream.of("activation=leaky-relu", "activation=tanh", "activation=sigmoid", "activation=selu", "activation=gelu",
        "activation=identity", "method={\"type\":\"standard\"}", "method={\"type\":\"drop-connect\",\"inference\":\"mean\"}",
        "method={\"type\":\"targeted\",\"share\":0.5,\"target\":\"units\"}", "method={\"type\":\"targeted\",\"share\":0.5,\"target\":\"weights\"}");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyActivationAndMethodOfHiddenLayersIsTranslated(String change) throws Exception {
    compare(Trained.of(ExperimentJson.with(Presets.load("two-moons"),
        List.of("network.hidden[0]." + change, "network.hidden[1]." + change, "network.hidden[0].drop=0.4"))));
  }

  @Test void allOutputsOfAnAutoencoderAreInTheInputsUnit() throws Exception {
    compare(Trained.of(ExperimentJson.read("""
        {"data": {"type": "autoencoder", "of": {"set": "digits", "training": 60}}, "network": {"hidden": [{"units": 20}]}}""", "x")));
    compare(Trained.of(ExperimentJson.read("""
        {"data": {"type": "autoencoder", "of": {"set": "friedman", "training": 60}}, "network": {"hidden": [{"units": 8}]}}""", "x")));
  }

  private static void compare(Trained trained) throws Exception {
    Predictor predictor = trained.model.predictor(1);
    Tensor ours = predictor.deterministic(trained.scaled());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(OnnxFile.bytes(trained.model));
         OnnxTensor x = OnnxTensor.createTensor(environment, trained.raw());
         OrtSession.Result result = session.run(Map.of("inputs", x))) {
      boolean classes = trained.model.isOfClasses();
      Object out = result.get(classes ? "probabilities" : "prediction").orElseThrow().getValue();
      for (int r = 0; r < ours.rows(); r++)
        for (int c = 0; c < ours.cols(); c++) {
          double theirs = classes ? ((float[][]) out)[r][c] : ((double[][]) out)[r][c];
          if (!classes) theirs = trained.data.schema().targetScaling().toScaled(c, theirs);
          assertThat(theirs).as("row " + r).isCloseTo(ours.at(r, c), within(CLOSE));
        }
      if (trained.model.learnsNoise()) {
        double[][] variance = (double[][]) result.get("variance").orElseThrow().getValue();
        double sd = trained.data.schema().targetSpread();
        for (int r = 0; r < ours.rows(); r++)
          assertThat(variance[r][0] / sd / sd).isCloseTo(predictor.learntVariance(r), within(CLOSE));
      }
    }
  }

  @Test void theSameModelGivesTheSameBytes() {
    Trained trained = Trained.of(Presets.load("digits"));
    assertThat(OnnxFile.bytes(trained.model)).isEqualTo(OnnxFile.bytes(Trained.of(Presets.load("digits")).model));
  }
}
