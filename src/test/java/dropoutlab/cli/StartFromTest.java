package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Training that continues from a model, and the first weights. Oracles: one long training against two short ones, the
/// evaluation with which a run ended, and sentences by hand.
class StartFromTest extends Commands {
  private String text(String file) throws IOException { return Files.readString(dir.resolve(file)); }

  private Result train(String json, String out) throws IOException {
    write("e.json", json.replace('\'', '"').replace("DIR", dir.toString()));
    return run("train DIR/e.json --out DIR/" + out);
  }

  /// Full batches with plain gradient descent and no masks: only the weights are carried from epoch to epoch.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "'network':{'hidden':[{'units':7}]}",
      "'data':{'set':'digits','training':40,'validation':20},'network':{'body':[{'type':'conv2d','maps':3},{'type':"
          + "'batch-norm'},{'type':'pool'}],'hidden':[]}",
      "'data':{'set':'sine-gap'},'network':{'hidden':[{'units':5}]},'regulariser':{'l2':0.01}",
  })
  void twoShortTrainingsComeToWhatALongOneComesTo(String settings) throws IOException {
    String run = "{" + settings + ",'optimiser':{'type':'sgd','learningRate':0.05},"
        + "'training':{'batch':8000,'epochs':%d}%s}";
    assertThat(train(run.formatted(9, ""), "long").code()).isZero();
    assertThat(train(run.formatted(4, ""), "first").code()).isZero();
    assertThat(train(run.formatted(5, ",'startFrom':'DIR/first/model.json'"), "second").err()).isEmpty();
    // The order of the batch, and so of the sums, differs from epoch to epoch.
    List<List<String>> whole = csv("long/history.csv"), second = csv("second/history.csv");
    for (int epoch = 0; epoch <= 5; epoch++)
      for (String curve : List.of("train_masks_off", "validation", "twin_validation")) {
        double expected = number(whole, epoch + 5, curve);
        assertThat(number(second, epoch + 1, curve)).isBetween(expected * 0.9999, expected * 1.0001);
      }
  }

  @Test void itBeginsWithExactlyWhatTheModelEndedWithAndRepeatsBitByBit() throws IOException {
    String run = "{'network':{'hidden':[{'units':9,'drop':0.2,'method':{'type':'concrete'}},"
        + "{'units':8,'drop':0.1,'method':{'type':'learnt-gaussian'}}],'body':[{'type':'dense','units':6},"
        + "{'type':'batch-norm'},{'type':'dropout','p':0.1,'method':{'type':'concrete'}}]},'training':{'epochs':5}%s}";
    assertThat(train(run.formatted(""), "first").code()).isZero();
    String then = run.formatted(",'startFrom':'DIR/first/model.json'");
    assertThat(train(then.replace("'epochs':5", "'epochs':0"), "same").code()).isZero();
    assertThat(text("same/model.json").replaceFirst("\"title\".*", ""))
        .isEqualTo(text("first/model.json").replaceFirst("\"title\".*", ""));
    var first = csv("first/history.csv");
    var same = csv("same/history.csv");
    for (String curve : List.of("train_masks_off", "validation", "validation_error"))
      assertThat(number(same, 1, curve)).isEqualTo(number(first, 6, curve));
    assertThat(train(then, "on").code()).isZero();
    good("train DIR/on/experiment.json --out DIR/again");
    for (String file : FILES)
      assertThat(dir.resolve("again").resolve(file)).hasSameBinaryContentAs(dir.resolve("on").resolve(file));
    assertThat(text("on/experiment.json")).contains("\"startFrom\": \"" + dir + "/first/model.json\"");
  }

  /// Other examples are read in the units of the model, because its weights would otherwise mean something else.
  @Test void otherDataAreReadInTheModelsUnits() throws IOException {
    StringBuilder one = new StringBuilder("x,y\n"), other = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) {
      one.append(i).append(',').append(3 * i + 100).append('\n');
      other.append(500 + 7 * i).append(',').append(3 * (500 + 7 * i) + 100).append('\n');
    }
    write("one.csv", one.toString());
    write("other.csv", other.toString());
    String run = "{'data':{'type':'csv','path':'DIR/%s.csv','target':'y'},'network':{'hidden':[]},"
        + "'optimiser':{'type':'sgd'},'training':{'epochs':%d}%s}";
    assertThat(train(run.formatted("one", 200, ""), "first").code()).isZero();
    assertThat(train(run.formatted("other", 0, ",'startFrom':'DIR/first/model.json'"), "then").code()).isZero();
    // A line continues: a network that fits one part of it fits the other.
    assertThat(number(csv("then/history.csv"), 1, "validation_error")).isLessThan(0.01);
    good("predict DIR/then/model.json --data DIR/other.csv --out DIR/p.csv");
    assertThat(number(csv("p.csv"), 1, "mean")).isBetween(1599.9, 1600.1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "'network':{'hidden':[{'units':16},{'units':9}]} | the model does not fit the network: at network.hidden[1] "
          + "it has 16 x 16, 1 x 16, the network 16 x 9, 1 x 9.",
      "'network':{'hidden':[{}]} | the model does not fit the network: at network.hidden[1] it has 16 x 16, 1 x 16, "
          + "the network nothing to learn.",
      "'network':{'hidden':[{},{'drop':0.1,'method':{'type':'concrete'}}]} | the model does not fit the network: at "
          + "network.hidden[1] it has 16 x 16, 1 x 16, the network 16 x 16, 1 x 16, 1 x 1.",
      "'data':{'set':'digits'} | the model and the data differ in their inputs: 2 against 256.",
      "'data':{'set':'linear-five'} | the model and the data differ in their task: "
          + "\"classification\" against \"regression\".",
      "'data':{'set':'circles'} | the model and the data differ in their classes: \"upper\" against \"outer\".",
  })
  void aModelThatDoesNotFitIsRefusedWithBothShapes(String settings, String sentence) throws IOException {
    good("train two-moons --epochs 0 --out DIR/first");
    write("e.json", ("{" + settings + ",'startFrom':'DIR/first/model.json'}").replace('\'', '"')
        .replace("DIR", dir.toString()));
    refused("train DIR/e.json --out DIR/x", "startFrom: " + sentence);
  }

  @Test void aFileThatIsNoModelIsRefused() throws IOException {
    write("m.json", "{}");
    refused("train two-moons --set startFrom=DIR/m.json --out DIR/x",
        "startFrom: DIR/m.json: is no model; \"format\" must be \"dropout-lab-model\". \"train\" writes one.");
    refused("train two-moons --set startFrom=DIR/none.json --out DIR/x", "startFrom: There is no file DIR/none.json.");
  }

  /// Oracle: the weights with which a training of one epoch began, by its own history.
  @Test void noEpochsLeaveTheFirstWeights() throws IOException {
    Result result = run("train two-moons --epochs 0 --out DIR/zero");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("0 of 0 epochs in ");
    good("train two-moons --epochs 1 --out DIR/one");
    var zero = csv("zero/history.csv");
    assertThat(zero).hasSize(2).isEqualTo(csv("one/history.csv").subList(0, 2));
    assertThat(text("zero/metrics.json")).contains("\"epochs\": 0", "\"steps\": 0", "\"bestValidationEpoch\": 0");
    write("in.csv", "x,y\n0.5,0.5\n");
    good("predict DIR/zero/model.json --data DIR/in.csv --out DIR/p.csv");
    good("train DIR/zero/experiment.json --out DIR/again");
    for (String file : FILES)
      assertThat(dir.resolve("again").resolve(file)).hasSameBinaryContentAs(dir.resolve("zero").resolve(file));
    good("render two-moons --epochs 0 --figure loss --out DIR/loss.svg");
  }

  @ParameterizedTest
  @CsvSource({"cosine", "linear", "warm-up", "step", "exponential", "constant"})
  void noEpochsGoWithEverySchedule(String type) throws IOException {
    for (String schedule : List.of("dropSchedule", "learningRateSchedule", "momentumSchedule"))
      assertThat(train("{'training':{'epochs':0,'" + schedule + "':{'type':'" + type + "'},'earlyStopping':"
          + "{'patience':3}}}", schedule).err()).isEmpty();
  }
}
