package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Result;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What "evaluate" refuses: one sentence, exit code 2, no file. Oracle: the sentences, written by hand.
class EvaluateMistakesTest extends Commands {
  private static final String EVALUATE = "evaluate DIR/run/model.json --data DIR/test.csv --out DIR/metrics.json";

  private void line() {
    good("train noisy-line --set data.training=60 --epochs 40 --out DIR/run");
    good("generate noisy-line --rows 50 --noise 0.3 --seed 91 --out DIR/test.csv");
  }

  private void blobs() {
    good("train two-moons --set data.set=blobs --epochs 10 --out DIR/run");
    good("generate blobs --rows 60 --noise 0.9 --seed 91 --out DIR/test.csv");
  }

  /// The text of the file, the options, the sentence.
  @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "x,z\\n1,2| |test.csv has no column \"y\", the model's target; its header names \"x\", \"z\".",
      "a,b,y\\n1,2,3| |test.csv has no column \"x\", which the model needs; its header names \"a\", \"b\", \"y\".",
      "x,y\\n1,NaN| |test.csv, line 2, column \"y\": \"NaN\" stands for a missing value; "
          + "the model was trained to refuse such rows.",
      "x,y\\nnan,1| |test.csv, line 2, column \"x\": \"nan\" stands for a missing value; "
          + "the model was trained to refuse such rows.",
      "x,y\\n1,| |test.csv, line 2, column \"y\": the value is missing; the model was trained to refuse such rows.",
      "``| |test.csv is empty.",
      "x,y| |test.csv has a header but no rows.",
      "x,y\\n1,2|--passes 0|--passes: T must be from 1 to 1000000, but is 0.",
      "x,y\\n1,2|--tau 0|--tau: must be a number greater than 0, but is 0.",
      "x,y\\n1,2|--tau -3|--tau: must be a number greater than 0, but is −3.",
      "x,y\\n1,2|--tau NaN|--tau: must be a number greater than 0, but is NaN.",
      "x,y\\n1,2|--tau 1e199|--tau: must be from 1e−100 to 1e100, but is 1e199.",
      "x,y\\n1,2|--tau 1 --tau-from DIR/test.csv|--tau and --tau-from both say where tau comes from; give one of them.",
      "x,y\\n1,2|--tau 1,-2,3|--tau: must be a number greater than 0, but is −2.",
      "x,y\\n1,2|--rescale-noise|--rescale-noise: DIR/run/model.json has not learnt the noise of each input; leave it out.",
      "x,y\\n1,2|--tau-from DIR/none.csv|There is no file DIR/none.csv.",
      "x,y\\n1,2|--tau-from DIR/metrics.json|--out: DIR/metrics.json is what is read; name another file.",
  })
  void aMistakeWithARegressionIsOneSentence(String text, String options, String sentence) throws IOException {
    good("train noisy-line --epochs 1 --out DIR/run");
    write("test.csv", text.replace("\\n", "\n"));
    refused(EVALUATE + (options == null ? "" : " " + options), sentence);
  }

  @Test void aMistakeWithAClassifierIsOneSentence() throws IOException {
    blobs();
    for (String option : List.of("--tau 2", "--tau-from DIR/test.csv"))
      refused(EVALUATE + " " + option, option.split(" ")[0]
          + ": DIR/run/model.json is a classifier, whose classes have no noise tau; leave it out.");
    write("test.csv", "x,y,class\n0,0,top\n1,1,bottom\n");
    refused(EVALUATE, "test.csv, line 3, column \"class\": \"bottom\" is none of the classes that the model knows.");
    Result noModel = run("evaluate DIR/test.csv --data DIR/test.csv --out DIR/metrics.json");
    assertThat(noModel.code()).isEqualTo(2);
    assertThat(noModel.err().lines()).singleElement().asString().contains("is not valid JSON");
  }

  @Test void whatIsReadIsNotOverwrittenAndWhatIsTooFarIsNotWritten() throws IOException {
    line();
    refused("evaluate DIR/run/model.json --data DIR/test.csv --out DIR/test.csv",
        "--out: DIR/test.csv is what is read; name another file.");
    refused("evaluate DIR/run/model.json --data DIR/test.csv --out DIR/none/metrics.json",
        "--out: there is no folder DIR/none; make it first.");
    write("test.csv", "x,y\n1,2\n1e30,1e30\n");
    makeWeightsHuge("run/model.json");
    refused(EVALUATE, "The predictions for DIR/test.csv are too large to be computed with DIR/run/model.json: the "
        + "inputs, or the model's numbers, are far out of range.");
  }

  @Test void anInterruptedEvaluationLeavesNoFile() throws IOException {
    line();
    Thread.currentThread().interrupt();
    refused(EVALUATE + " --passes 1000000", "Stopped: nothing was written.");
    assertThat(Thread.interrupted()).isTrue();
  }
}
