package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are written are finite and can be read back, and a failing run keeps its good epochs. Oracle: sentences
/// by hand, and the program's own reader.
class FiniteFilesTest extends Commands {
  private static final String OVERFLOWING_NOISE = "{'data':{'set':'friedman','training':40,'validation':20,"
      + "'noise':0.1},'optimiser':{'type':'momentum'},'training':{'epochs':3,'batch':64,'loss':'gaussian-nll'}}";

  private Result train(String json) throws IOException {
    write("e.json", json.replace('\'', '"'));
    return run("train DIR/e.json --out DIR/run");
  }

  private void assertSound() throws IOException {
    for (String file : FILES)
      assertThat(Files.readString(dir.resolve("run").resolve(file))).doesNotContain("NaN", "Infinity");
    String inputs = String.join(",", "x1,x2,x3,x4,x5,x6,x7,x8,x9,x10".split(","));
    write("in.csv", inputs + "\n" + "0.5,".repeat(9) + "0.5\n");
    good("predict DIR/run/model.json --data DIR/in.csv --out DIR/p.csv");
    good("train DIR/run/experiment.json --out DIR/again");
    for (String file : FILES)
      assertThat(dir.resolve("again").resolve(file)).hasSameBinaryContentAs(dir.resolve("run").resolve(file));
  }

  @Test void aNoiseThatOverflowsLeavesTheEpochBefore() throws IOException {
    Result result = train(OVERFLOWING_NOISE);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualToIgnoringNewLines("After epoch 2 the noise of the targets around the passes was "
        + "no longer a finite number. Try a learning rate ten times smaller than 0.05, or a max-norm of 3; kept are the "
        + "weights after epoch 1.");
    assertThat(result.out()).contains("1 of 3 epochs in ");
    assertSound();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{'network':{'hidden':[{'drop':0.999999,'method':{'type':'concrete','dropoutRegulariser':1e30}}]},"
          + "'optimiser':{'type':'momentum','learningRate':1000},'regulariser':{'maxNorm':3},'training':{'epochs':30}} | "
          + "In epoch 1 a drop rate that is learnt was no longer a finite number. Try a learning rate ten times smaller "
          + "than 1000, or a max-norm of 3; the weights are the first ones again.",
      "{'data':{'set':'linear-five','training':4,'validation':26},'network':{'inputDrop':0.5,'body':[{'type':"
          + "'layer-norm','epsilon':1e-300}],'hidden':[]},'optimiser':{'learningRate':1e-300},'training':{'epochs':4,"
          + "'batch':3,'twin':false,'loss':'gaussian-nll'},'seed':3} | After epoch 1 the noise of the targets around the "
          + "passes was no longer a finite number. Look for settings that are far from usual; nothing is kept.",
  })
  void whatIsNoNumberFromTheFirstEpochOnLeavesNothing(String json, String sentence) throws IOException {
    Result result = train(json);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualToIgnoringNewLines(sentence);
    assertThat(names()).containsExactly("e.json");
  }
}
