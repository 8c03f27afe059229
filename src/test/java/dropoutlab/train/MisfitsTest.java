package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSets;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: sentences by hand.
class MisfitsTest {
  private static TrainingSession session(String json) {
    Experiment experiment = ExperimentJson.read(json.replace('\'', '"'), "x");
    return new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{'data':{'set':'digits'},'network':{'body':[{'type':'conv2d','maps':1024}],'hidden':[{'units':8192}]}} | "
          + "network.hidden[0] would have a table of 262144 x 8192 weights, 2147483648 numbers (8.0 GB), but one can have "
          + "2147483647; make it smaller, or what comes before it",
      "{'data':{'training':100},'network':{'body':[{'type':'batch-norm'}]},'training':{'batch':1}} | "
          + "training.batch: 100 examples in batches of 1 leave each example alone, and the batch normalisation of "
          + "network.body[0] would take all from it; choose 2 for example",
      "{'data':{'training':97},'network':{'body':[{'type':'residual','layers':[{'type':'batch-norm'}]}]},"
          + "'training':{'batch':16}} | "
          + "training.batch: 97 examples in batches of 16 leave the last one alone, and the batch normalisation of "
          + "network.body[0] would take all from it; choose 17 for example",
  })
  void whatCannotBeTrainedIsRefusedBeforehand(String json, String sentence) {
    assertThatThrownBy(() -> session(json)).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  /// Each convolution adds 60 rows and columns: 1024 maps of 1456 x 1456 are the first with more than 2^31 values.
  @Test void aLayerWithinAnotherIsNamed() {
    String larger = ",{'type':'conv2d','maps':1024,'kernel':1,'padding':30}";
    assertThatThrownBy(() -> session("{'data':{'set':'digits'},'network':{'body':[{'type':'residual','layers':["
        + "{'type':'activate'}" + larger.repeat(30) + "]}]}}")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("network.body[0].layers[24] would have a table of 21")
        .hasMessageEndingWith(" numbers (8.1 GB), but one can have 2147483647; make it smaller, or what comes before it");
  }

  /// An image has many values per map, and a sequence many per feature: enough for a mean and a variance.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{'data':{'set':'digits','training':20},'network':{'body':[{'type':'conv2d','maps':2},{'type':'batch-norm'}]},"
          + "'training':{'batch':1}}",
      "{'data':{'set':'digits','training':20},'network':{'body':[{'type':'batch-norm'}]},'training':{'batch':1}}",
      "{'data':{'training':97},'network':{'body':[{'type':'layer-norm'}]},'training':{'batch':16}}",
      "{'data':{'training':97},'network':{'body':[{'type':'batch-norm'}]},'training':{'batch':17}}",
  })
  void whatNormalisesManyValuesTakesASingleExample(String json) {
    assertThat(session(json).failure()).isEmpty();
  }

  @Test void wordsAreNotAugmented() {
    for (String key : new String[] {"noise", "shift", "cutout", "erase", "mixup"})
      assertThatThrownBy(() -> session("{'data':{'set':'temporal-order'},'network':{'body':[{'type':'embedding',"
          + "'vocabulary':6,'width':4},{'type':'time-pool'}]},'training':{'augmentation':{'" + key + "':1}}}"))
          .isInstanceOf(ExperimentException.class).hasMessage("x: training.augmentation: the inputs are words, of which no "
              + "other can be made by noise, by mixing or by moving; set all of it to 0.");
  }
}
