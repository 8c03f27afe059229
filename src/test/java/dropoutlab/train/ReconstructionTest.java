package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Task;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Inputs as targets. Oracles: formulas in double precision, and sentences by hand.
class ReconstructionTest {
  private static final String DIGITS = "{'type':'autoencoder','of':{'type':'generated','set':'digits','training':60,"
      + "'validation':40,'noise':0.1}}";

  private static Experiment read(String json) { return ExperimentJson.read(json.replace('\'', '"'), "x"); }

  private static Experiment on(String data) {
    return read("{'data':" + data + ",'network':{'hidden':[{'units':20,'drop':0.5}]},'training':{'epochs':3}}");
  }

  private static DataSet data(Experiment experiment) { return DataSets.load(experiment, Path.of("")); }

  @Test void targetsAreTheInputsAndNothingElseChanges() {
    Experiment experiment = on(DIGITS);
    DataSet data = data(experiment), digits = data(experiment.withData(experiment.data().source()));
    assertThat(data.schema().task()).isEqualTo(Task.RECONSTRUCTION);
    assertThat(data.schema().outputs()).isEqualTo(data.schema().inputs().size()).isEqualTo(digits.train().x().cols());
    assertThat(data.schema().targetScaling()).isEqualTo(data.schema().inputScaling());
    for (Examples examples : List.of(data.train(), data.validation())) assertThat(examples.y().data()).isEqualTo(examples.x().data());
    assertThat(data.train().x().data()).isEqualTo(digits.train().x().data());
    assertThat(data.validation().x().data()).isEqualTo(digits.validation().x().data());
  }

  /// Pixels have one scale, and an error in grey; these columns have two, and an error in standard deviations.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"digits | true", "two-moons | false"})
  void lossAndErrorAreMeansOverAllOutputs(String set, boolean grey) {
    Experiment experiment = on(DIGITS.replace("digits", set));
    DataSet data = data(experiment);
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < 3) session.step();
    double squares = squares(session.weights(), data.validation());
    double unit = grey ? data.schema().inputSpread(0) : 1;
    assertThat(session.history().last(Curve.VALIDATION)).isCloseTo((float) squares, within((float) squares * 1e-4f));
    assertThat(session.history().last(Curve.VALIDATION_ERROR))
        .isCloseTo((float) (unit * Math.sqrt(squares)), within((float) (unit * 1e-4)));
  }

  private static double squares(Weights weights, Examples of) {
    double sum = 0;
    for (int row = 0; row < of.size(); row++) {
      double[] value = new double[of.x().cols()];
      for (int c = 0; c < value.length; c++) value[c] = of.x().at(row, c);
      for (int layer = 0; layer < 2; layer++)
        value = dense(value, weights.weights().get(layer), weights.biases().get(layer), layer == 0);
      for (int c = 0; c < value.length; c++) sum += Math.pow(value[c] - of.x().at(row, c), 2);
    }
    return sum / of.x().size();
  }

  private static double[] dense(double[] x, Matrix w, Matrix b, boolean rectified) {
    double[] y = new double[w.cols()];
    for (int u = 0; u < y.length; u++) {
      y[u] = b.at(0, u);
      for (int i = 0; i < x.length; i++) y[u] += w.at(i, u) * x[i];
      if (rectified) y[u] = Math.max(0, y[u]);
    }
    return y;
  }

  @Test void theFileIsReadAndWrittenBackEqual() {
    Experiment experiment = on("{'type':'autoencoder','of':{'set':'digits'}}");
    assertThat(experiment.data()).isEqualTo(new DataSpec.Autoencoder(((DataSpec.Autoencoder) experiment.data()).of()));
    assertThat(ExperimentJson.read(ExperimentJson.write(experiment), "x")).isEqualTo(experiment);
    Experiment csv = on("{'type':'autoencoder','of':{'type':'csv','path':'a.csv','target':'y','validationShare':0,'seed':4}}");
    assertThat(csv.data().holdsOut()).isFalse();
    assertThat(csv.dataSeed()).isEqualTo(4);
    assertThat(csv.data().withFiles(path -> "b/" + path).source()).isEqualTo(((DataSpec.Csv) csv.data().source()).withPath("b/a.csv"));
  }

  @Test void settingsReachTheWrappedData() {
    Experiment changed = ExperimentJson.with(on(DIGITS), List.of("data.of.noise=0.3", "data.of.seed=9"));
    assertThat(((DataSpec.Generated) changed.data().source()).noise()).isEqualTo(.3);
    assertThat(changed.dataSeed()).isEqualTo(9);
    Experiment co2 = ExperimentJson.with(changed, List.of("data.of.type=mauna-loa"));
    assertThat(co2.data().source()).isEqualTo(new DataSpec.MaunaLoa(DataSpec.LAST_TRAINING_YEAR, 9L));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{'data':{'type':'autoencoder'}} | x: data.of: is missing.",
      "{'data':{'type':'autoencoder','of':{'set':'digits','noize':1}}} | x: data.of.noize: unknown key; did you mean \"noise\"?"
          + " Known: type, set, training, validation, noise, steps, seed.",
      "{'data':{'type':'autoencoder','of':{'set':'digits'},'seed':3}} | x: data.seed: unknown key. Known: type, of.",
      "{'data':{'type':'autoencoder','of':{'type':'text'}}} | x: data.of: must be data with inputs of their own, not a text"
          + " and not another autoencoder.",
      "{'data':{'type':'points','task':'reconstruction','points':[]}} | x: data.task: \"reconstruction\" is the task of data of"
          + " the type \"autoencoder\", which wraps these data as its \"of\".",
      "{'data':{'type':'autoencoder','of':{'set':'temporal-order'}},'network':{'body':[{'type':'embedding','vocabulary':4,'width':2}]}} | x: network.body:"
          + " an embedding reads words, which cannot be reconstructed as numbers.",
  })
  void whatCannotBeReadSaysWhy(String json, String sentence) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(ExperimentException.class).hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "training.loss=gaussian-nll | training.loss: gaussian-nll learns the variance of one target, but an autoencoder has as"
          + " many targets as inputs; choose auto",
      "regulariser.labelSmoothing=0.1 | regulariser.labelSmoothing: is for classes, the targets are numbers",
  })
  void whatDoesNotFitIsRefusedBeforehand(String setting, String sentence) {
    Experiment experiment = ExperimentJson.with(on(DIGITS), List.of(setting));
    assertThatThrownBy(() -> new TrainingSession(experiment, data(experiment)))
        .isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }
}
