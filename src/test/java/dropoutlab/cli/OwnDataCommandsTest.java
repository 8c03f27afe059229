package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The user's own tables and images on the command line, from training to scores. Oracles: by hand.
class OwnDataCommandsTest extends Commands {
  private static final String LINE = "x,z,y\n" + IntStream.range(0, 24).mapToObj(i -> i + "," + i % 5 + "," + 2 * i + "\n")
      .collect(Collectors.joining());
  private static final String FEW = " --epochs 3 --set training.twin=false";

  /// Eight images of 2 x 2, of which the k-th is grey 32 k everywhere; labels alternate between 3 and 5.
  private void images() throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream(), labels = new ByteArrayOutputStream();
    images.write(ByteBuffer.allocate(16).putInt(0x803).putInt(8).putInt(2).putInt(2).array());
    labels.write(ByteBuffer.allocate(8).putInt(0x801).putInt(8).array());
    for (int k = 0; k < 8; k++) {
      for (int pixel = 0; pixel < 4; pixel++) images.write(32 * k);
      labels.write(3 + 2 * (k % 2));
    }
    Files.write(dir.resolve("s-images-idx3-ubyte"), images.toByteArray());
    Files.write(dir.resolve("s-labels-idx1-ubyte"), labels.toByteArray());
  }

  @ParameterizedTest @ValueSource(strings = {"csv", "tsv", "tab", "txt"})
  void aTableIsTrainedOnByItsName(String ending) throws IOException {
    write("t." + ending, LINE.replace(',', '\t'));
    good("train DIR/t." + ending + " --target y --out DIR/run" + FEW);
    assertThat(Files.readString(dir.resolve("run/experiment.json"))).contains("\"title\": \"t." + ending,
        "\"target\": \"y\"");
    refused("train DIR/t." + ending, "DIR/t." + ending
        + " has the columns \"x\", \"z\", \"y\"; say with --target which one is to be predicted.");
    refused("train DIR/t." + ending + " --target q", "t." + ending
        + " has no column \"q\", the target; its header names \"x\", \"z\", \"y\".");
  }

  @Test void aTableWithoutHeaderSaysSoBeforeItAsksForATarget() throws IOException {
    write("t.csv", "1.5,2\n2.5,3\n3.5,5\n");
    refused("train DIR/t.csv", "t.csv: the first row, \"1.5\", \"2\", looks like data; the file needs a header, a first row "
        + "that names the columns (or say \"header\": false).");
  }

  @Test void whatWasDecidedIsNotedOnTheErrorStream() throws IOException {
    write("t.csv", ",price,y\n" + IntStream.range(0, 12).mapToObj(i -> i + ",\"1,00" + i % 10 + "\"," + i + "\n")
        .collect(Collectors.joining()));
    Result result = run("train DIR/t.csv --target y" + FEW);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEqualTo("""
        Note: t.csv: column 1 has no name and is left out; name it, or list it under "inputs" as "column 1".
        Note: t.csv: "1,000" in line 2, column "price", is read as 1000; if it is 1, say that the decimal sign is a comma \
        ("decimal": ",").
        """);
  }

  @Test void imagesAreTrainedOnAndPredictedAndScored() throws IOException {
    images();
    good("train DIR/s-images-idx3-ubyte --out DIR/run" + FEW);
    good("predict DIR/run/model.json --data DIR/s-images-idx3-ubyte --passes 5 --out DIR/p.csv");
    assertThat(csv("p.csv")).hasSize(9);
    good("predict DIR/run/model.json --data DIR/s-images-idx3-ubyte --labels DIR/s-labels-idx1-ubyte --passes 5 --out "
        + "DIR/q.csv");
    assertThat(csv("q.csv")).isEqualTo(csv("p.csv"));
    Result found = run("evaluate DIR/run/model.json --data DIR/s-images-idx3-ubyte --passes 5 --out DIR/m.json");
    assertThat(found.code()).isZero();
    Result named = run("evaluate DIR/run/model.json --data DIR/s-images-idx3-ubyte --labels DIR/s-labels-idx1-ubyte "
        + "--passes 5 --out DIR/n.json");
    assertThat(named.code()).isZero();
    assertThat(Files.readString(dir.resolve("m.json"))).contains("\"examples\": 8").isEqualTo(
        Files.readString(dir.resolve("n.json")));
    Files.move(dir.resolve("s-labels-idx1-ubyte"), dir.resolve("other"));
    refused("evaluate DIR/run/model.json --data DIR/s-images-idx3-ubyte --out DIR/m.json", "--labels: the images in "
        + "DIR/s-images-idx3-ubyte need the file of their labels; name it.");
    refused("train DIR/s-images-idx3-ubyte", "--labels: the images in DIR/s-images-idx3-ubyte need the file of their "
        + "labels; name it.");
    good("train DIR/s-images-idx3-ubyte --labels DIR/other" + FEW);
    refused("predict DIR/run/model.json --data DIR/s-images-idx3-ubyte --id name",
        "--id and --with-inputs name columns of a table, but DIR/s-images-idx3-ubyte holds images.");
  }

  @Test void imagesOfAFileHaveTheFiguresOfImages() throws IOException {
    images();
    for (String figure : List.of("separation", "rotation", "image"))
      good("render DIR/s-images-idx3-ubyte --figure " + figure + " --passes 5 --out DIR/s.svg" + FEW);
  }

  @Test void aModelOfATableReadsNoImages() throws IOException {
    images();
    write("t.csv", LINE);
    good("train DIR/t.csv --target y --out DIR/run" + FEW);
    refused("predict DIR/run/model.json --data DIR/s-images-idx3-ubyte", "s-images-idx3-ubyte holds images, but the model "
        + "reads a table with the columns \"x\", \"z\".");
  }

  @Test void anIdColumnAndTheInputsStandBesideThePredictions() throws IOException {
    write("t.csv", LINE);
    good("train DIR/t.csv --target y --out DIR/run" + FEW);
    write("new.csv", "name;z;x;mean\nAnn;1,5;3;a\n\"B, C\";2,25;4;b\n");
    good("predict DIR/run/model.json --data DIR/new.csv --id name --passes 3 --out DIR/p.csv");
    List<String> lines = Files.readAllLines(dir.resolve("p.csv"));
    assertThat(lines.getFirst()).isEqualTo("name,mean,epistemic_sd,total_sd,deterministic");
    assertThat(lines.get(1)).startsWith("Ann,");
    assertThat(lines.get(2)).startsWith("\"B, C\",");
    good("predict DIR/run/model.json --data DIR/new.csv --with-inputs --id mean --passes 3 --out DIR/q.csv");
    lines = Files.readAllLines(dir.resolve("q.csv"));
    assertThat(lines.getFirst()).isEqualTo("input_mean,x,z,mean,epistemic_sd,total_sd,deterministic");
    assertThat(lines.get(1)).startsWith("a,3,1.5,");
    refused("predict DIR/run/model.json --data DIR/new.csv --id nobody", "new.csv has no column \"nobody\", which is to "
        + "stand beside; its header names \"name\", \"z\", \"x\", \"mean\".");
  }

  /// Columns that the model does not need may be duplicated, without a name or full of anything.
  @Test void onlyTheModelsColumnsMatter() throws IOException {
    write("t.csv", LINE);
    good("train DIR/t.csv --target y --out DIR/run" + FEW);
    write("new.csv", "q,q,,x,z,y\nhello,1,?,3,1,6\n,,,4,2,8\n");
    good("predict DIR/run/model.json --data DIR/new.csv --out DIR/p.csv");
    good("evaluate DIR/run/model.json --data DIR/new.csv --out DIR/m.json");
  }

  @Test void aRowThatIsLeftOutHasEmptyCells() throws IOException {
    write("t.csv", LINE);
    good("train DIR/t.csv --target y --set data.missing=drop --out DIR/run" + FEW);
    write("new.csv", "id,x,z\nA,1,2\nB,,2\nC,3,1\n");
    Result result = run("predict DIR/run/model.json --data DIR/new.csv --id id --passes 2 --out DIR/p.csv --passes-out "
        + "DIR/q.csv");
    assertThat(result.err()).isEqualTo("Note: new.csv: 1 row with missing values is left out.\n");
    assertThat(csv("p.csv").get(2)).containsExactly("B", "", "", "", "");
    assertThat(csv("p.csv").get(3).getFirst()).isEqualTo("C");
    assertThat(csv("q.csv").stream().map(List::getFirst)).containsExactly("row", "1", "3", "1", "3");
  }

  @Test void howATableIsReadCanBeSaid() throws IOException {
    write("t.csv", LINE);
    good("train DIR/t.csv --target y --out DIR/run" + FEW);
    write("new.csv", "x|z\n1,234|1\n");
    Result seen = run("predict DIR/run/model.json --data DIR/new.csv --with-inputs --passes 2");
    assertThat(seen.err()).startsWith("Note: new.csv: \"1,234\" in line 2, column \"x\", is read as 1234;");
    assertThat(seen.out()).contains("\n1234,1,");
    Result told = run("predict DIR/run/model.json --data DIR/new.csv --with-inputs --passes 2 --decimal , --delimiter | "
        + "--encoding utf-8");
    assertThat(told.err()).isEmpty();
    assertThat(told.out()).contains("\n1.234,1,");
    refused("predict DIR/run/model.json --data DIR/new.csv --decimal x",
        "--decimal: must be one of . ,, but is \"x\".");
  }

  /// If everything is used for training, no loss, curve or score of validation is shown or written, and nothing is
  /// "NaN".
  @ParameterizedTest @CsvSource({"y, 0", "k, 0"})
  void nothingNeedBeHeldOut(String target, String share) throws IOException {
    write("t.csv", "x,z,y,k\n" + IntStream.range(0, 24).mapToObj(i -> i + "," + i % 5 + "," + 2 * i + "," + "ab".charAt(i % 2)
        + "\n").collect(Collectors.joining()));
    Result result = run("train DIR/t.csv --target " + target + " --set data.ignore=[\"k\",\"y\"] --set data.validationShare="
        + share + " --epochs 4 --out DIR/run");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).doesNotContain("validation").doesNotContain("NaN").contains("train error");
    if (target.equals("y"))
      assertThat(result.out()).contains("training rows, because nothing is held out,");
    assertThat(csv("run/history.csv").getFirst()).containsExactly("epoch", "train_masks_on", "train_masks_off",
        "train_error", "twin_train", "twin_train_error");
    assertThat(Files.readString(dir.resolve("run/metrics.json"))).contains("\"validationExamples\": 0")
        .doesNotContain("validationLoss").doesNotContain("bestValidation").doesNotContain("NaN");
    good("predict DIR/run/model.json --data DIR/t.csv --out DIR/p.csv");
    refused("train DIR/run/experiment.json --set training.earlyStopping.patience=3", "--set: training.earlyStopping: waits "
        + "for the validation loss, but these data hold nothing out; set data.validationShare or "
        + "training.earlyStopping.patience.");
    for (String figure : List.of("loss", "learned", "mc", "network", "masks"))
      good("render DIR/run/experiment.json --figure " + figure + " --passes 5 --out DIR/f.svg");
    String quality = target.equals("y") ? "coverage" : "calibration";
    refused("render DIR/run/experiment.json --figure " + quality + " --out DIR/g.svg", "The figure " + quality
        + " is one of validation data, but nothing is held out.");
  }

  @Test void aDoubleDashIsExplained() throws IOException {
    refused("-- train two-moons", "\"train\" must be the first word: leave out the \"--\". See: dropout-lab --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate friedman --seed S", "predict DIR/m --data DIR/d --seed S",
      "evaluate DIR/m --data DIR/d --out DIR/o --seed S"})
  void seedsHaveOneRangeAndOneSentence(String line) throws IOException {
    for (String seed : List.of("-1", "9007199254740992", "1e3", "x", "1.5"))
      refused(line.replace("S", seed), "--seed: must be a whole number from 0 to 9007199254740991, but is \"" + seed + "\".");
  }

  @Test void optionsOfTablesAndImagesGoWithThem() throws IOException {
    refused("train two-moons --target y", "--target names a column of a table, but two-moons is none.");
    refused("train two-moons --labels DIR/l", "--labels go with IDX images, but two-moons holds none.");
  }
}
