package dropoutlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.RunState;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form in which inputs are made from a file's columns is stored with the model. Oracle: the file is read back.
class ModelFormTest {
  @TempDir Path dir;
  private String text;
  private DataSet data;

  @BeforeEach void train() throws IOException {
    train("colour,x,y\nred,1,1\nblue,-9,2\nred,3,3\nblue,4,4\n",
        "\"missing\": \"mean\", \"missingMarks\": [\"-9\"], \"categories\": \"one-hot-or-zeros\", ");
  }

  private void train(String table, String keys) throws IOException {
    Files.writeString(dir.resolve("t.csv"), table);
    var experiment = ExperimentJson.read("{\"data\": {\"type\": \"csv\", \"path\": \"t.csv\", \"target\": \"y\", " + keys
        + "\"validationShare\": 0}, \"network\": {\"hidden\": [{\"units\": 2}]}, \"training\": {\"epochs\": 1, \"twin\": false}}",
        "t.json");
    data = DataSets.load(experiment, dir);
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < 1 && session.failure().isEmpty()) session.step();
    text = ModelFile.text(TrainedRun.of(new FrameBuilder(session).outcome(0, new RunState.Paused(), 1).orElseThrow(), data).model());
  }

  private Model read(String json) throws IOException {
    return ModelFile.read(Files.writeString(dir.resolve("model.json"), json));
  }

  @Test void categoriesAndGapsAreReadBack() throws IOException {
    assertThat(read(text).schema()).isEqualTo(data.schema());
    assertThat(text).contains("\"missing\": \"mean\"", "\"-9\"", "\"unknownAsZeros\": true");
    assertThat(ModelFile.text(read(text))).isEqualTo(text);
  }

  @Test void aModelOfPlainNumbersSaysNothingOfThem() throws IOException {
    train("x,y\n1,1\n2,2\n3,3\n", "");
    assertThat(text).doesNotContain("\"table\"").doesNotContain("\"transposed\"");
    assertThat(read(text).schema()).isEqualTo(data.schema());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "\"missing\": \"mean\"|\"missing\": null|data.table.missing: is missing.",
      "\"missing\": \"mean\"|\"missing\": \"mode\"|data.table.missing: unknown value \"mode\". Known: refuse, drop, mean.",
      "\"blue\", \"red\"|\"blue\", \"green\"|data.table.columns: do not give the inputs that data.inputs names.",
      "\"blue\", \"red\"|\"blue\", null|data.table.columns[0].categories[1] must be text, but is null.",
      "\"table\": {|\"transposed\": true, \"table\": {|data.transposed: is for images alone."})
  void aFormThatDoesNotFitIsNamed(String from, String to, String sentence) throws IOException {
    assertThat(text).contains(from);
    assertThatThrownBy(() -> read(text.replace(from, to))).isInstanceOf(ExperimentException.class)
        .hasMessage(dir.resolve("model.json") + ": " + sentence);
  }

  /// All targets of an autoencoder are scaled as its inputs are.
  @Test void aModelThatReconstructsItsInputsIsReadBack() throws IOException {
    var experiment = ExperimentJson.read("""
        {"data": {"type": "autoencoder", "of": {"set": "friedman", "training": 30}}, "network": {"hidden": [{"units": 4}]}}""", "x");
    data = DataSets.load(experiment, dir);
    TrainingSession session = new TrainingSession(experiment, data);
    for (int i = 0; i < 5; i++) session.step();
    Model model = Model.of(new FrameBuilder(session).present(0, new RunState.Paused(), 1), data);
    Model back = read(ModelFile.text(model));
    assertThat(back).isEqualTo(model);
    assertThat(back.schema().targetScaling()).isEqualTo(back.schema().inputScaling());
    assertThat(back.noise()).isNull();
    assertThatThrownBy(() -> read(ModelFile.text(model).replaceFirst("\"targetSd\": \\[[^\\]]*]", "\"targetSd\": [1]")))
        .isInstanceOf(ExperimentException.class).hasMessageContaining("data.targetSd");
  }
}
