package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which a CSV file can be unusable, one by one, and the sentence that reports it.
class BadCsvTest {
  @TempDir Path dir;

  private static Arguments bad(String what, String text, String sentence) {
    return Arguments.of(what, text, sentence);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        bad("empty", "", "bad.csv is empty."),
        bad("only blank lines", "\n \r\n\n", "bad.csv is empty."),
        bad("only a byte order mark", "\uFEFF", "bad.csv is empty."),
        bad("header only", "x,y\n", "bad.csv has a header but no rows."),
        bad("too few values", "x,z,y\n1,2,3\n4,5\n",
            "bad.csv, line 3: 2 values where the header names 3 columns."),
        bad("too many values", "x,y\n1,2\n\n4,5,6\n", "bad.csv, line 4: 3 values where the header names 2 columns."),
        bad("a word among numbers", "x,y\r\n1,2\r\n2,3\r\nabc,4\r\n",
            "bad.csv, line 4, column \"x\": \"abc\" is not a number."),
        bad("a word in the last line without an end", "x,y\n1,2\nabc,4",
            "bad.csv, line 3, column \"x\": \"abc\" is not a number."),
        bad("points and commas for one sign", "x;y\n1,5;2\n2,5;3\n3.5;4\n", "bad.csv, line 4, column \"x\": \"3.5\" "
            + "is not a number where the decimal sign is a comma; write all numbers of a file alike."),
        bad("what Java alone calls a number", "x,y\n2,1\n1d,2\n",
            "bad.csv, line 3, column \"x\": \"1d\" is not a number."),
        bad("a long cell", "x,y\n1,2\n" + "q".repeat(500) + ",2\n",
            "bad.csv, line 3, column \"x\": \"" + "q".repeat(39) + "…\" is not a number."),
        bad("a cell of two lines", "x,y\n1,2\n\"a\nb\",2\n",
            "bad.csv, line 4, column \"x\": \"a b\" is not a number."),
        bad("a column of words", "x,y\nred,2\nblue,3\n", "bad.csv, line 2, column \"x\": \"red\" is not a number; "
            + "leave the column out (\"ignore\") or make inputs of its words (\"categories\": \"one-hot\")."),
        bad("NaN", "x,y\n1,2\nNaN,3\n", "bad.csv, line 3, column \"x\": \"NaN\" stands for a missing value; "
            + "\"missing\": \"drop\" leaves such rows out, \"mean\" fills them in."),
        bad("infinity", "x,y\n-Infinity,3\n", "bad.csv, line 2, column \"x\": \"-Infinity\" is not a finite number."),
        bad("NA in a numeric target", "x,y\n1,2\n2,NA\n", "bad.csv, line 3, column \"y\": \"NA\" stands for a missing "
            + "value; \"missing\": \"drop\" leaves such rows out."),
        bad("a target of nothing", "x,y\n1,nan\n", "bad.csv, column \"y\", holds no value; it cannot be the target."),
        bad("an input of nothing", "x,z,y\n1,,2\n2,?,3\n",
            "bad.csv, column \"z\", holds no value; leave it out (\"ignore\")."),
        bad("too large", "x,y\n1e999,3\n",
            "bad.csv, line 2, column \"x\": \"1e999\" is too large; numbers may go up to 1e30."),
        bad("an empty cell", "x,y\n1,2\n,3\n", "bad.csv, line 3, column \"x\": the value is missing; "
            + "\"missing\": \"drop\" leaves such rows out, \"mean\" fills them in."),
        bad("an empty target", "x,y\n1,2\n2,\n", "bad.csv, line 3, column \"y\": the value is missing; \"missing\": "
            + "\"drop\" leaves such rows out."),
        bad("two columns of one name", "x,y,x\n1,2,3\n", "bad.csv, line 1: two columns are called \"x\"."),
        bad("no header", "5.1,3.7,red\n5.3,3.6,red\n4.9,3.0,blue\n", "bad.csv: the first row, \"5.1\", \"3.7\", \"red\", "
            + "looks like data; the file needs a header, a first row that names the columns (or say \"header\": false)."),
        bad("a spreadsheet", "PK\003\004...", "bad.csv is a spreadsheet or an archive, not text; save it as CSV."),
        bad("no such target", "a,b\n1,2\n",
            "bad.csv has no column \"y\", the target; its header names \"a\", \"b\"."),
        bad("no such target among many",
            IntStream.range(0, 12).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n",
            "bad.csv has no column \"y\", the target; its header names \"c0\", \"c1\", \"c2\", \"c3\", \"c4\", "
                + "\"c5\", \"c6\", \"c7\" and 4 more."),
        bad("nothing but the target", "y\n1\n2\n3\n4\n", "bad.csv has no input column beside the target \"y\"."),
        bad("one class", "x,y\n1,cat\n2,cat\n3,cat\n",
            "bad.csv, column \"y\": the target has only one class, \"cat\"; at least two are needed."),
        bad("101 classes", "x,y\n" + IntStream.range(0, 101).mapToObj(i -> i + ",c" + i + "\n")
            .collect(Collectors.joining()), "bad.csv, column \"y\": the target has more than 100 classes."),
        bad("one stray word in a long numeric target", "x,y\n" + IntStream.range(0, 200)
            .mapToObj(i -> i + "," + (i == 150 ? "oops" : i * 0.5) + "\n").collect(Collectors.joining()),
            "bad.csv, line 152, column \"y\": \"oops\" is not a number."),
        bad("one row", "x,y\n1,2\n", "bad.csv has too few examples: none can be held out for validation."),
        bad("two rows", "x,y\n1,2\n2,3\n", "bad.csv has 2 examples; at least 3 are needed, two of them to train on."),
        bad("more features than rows", "a,b,c,d,y\n1,2,3,4,5\n2,3,4,5,6\n4,3,2,1,0\n9,8,7,6,5\n",
            "bad.csv has 4 input columns but only 3 rows to train on (1 are held out); there must be at least as many "
                + "rows as input columns."),
        bad("an open quote", "x,y\n1,2\n\"3,4\n5,6\n", "bad.csv, line 3: the quotes do not match."),
        bad("text after a closing quote", "x,y\n1,2\n\"3\"7,4\n", "bad.csv, line 3: the quotes do not match."),
        bad("zero bytes", "x,y\n1,2\n\0\0\0,4\n", "bad.csv holds binary data, not text."),
        bad("a line without an end", "x,y\n1,2\n" + "1".repeat(1_000_100),
            "bad.csv, line 3: a row of more than 1000000 characters begins here."),
        bad("a quote that swallows the file", "x,y\n1,2\n\"" + "1,2\n".repeat(300_000),
            "bad.csv, line 3: a row of more than 1000000 characters begins here; a quote may be left open."));
  }

  @ParameterizedTest(name = "{0}") @MethodSource("badFiles")
  void aBadFileIsToldInOneSentence(String what, String text, String sentence) throws IOException {
    Files.writeString(dir.resolve("bad.csv"), text);
    assertThatThrownBy(() -> load("bad.csv", null)).isExactlyInstanceOf(DataException.class).hasMessage(sentence);
  }

  @Test void aWordInATargetThatIsStatedToBeANumber() throws IOException {
    Files.writeString(dir.resolve("bad.csv"), "x,y\n1,2\n2,high\n3,4\n");
    assertThatThrownBy(() -> load("bad.csv", Task.REGRESSION)).isExactlyInstanceOf(DataException.class)
        .hasMessage("bad.csv, line 3, column \"y\": \"high\" is not a number.");
  }

  /// The outlier is fatal in validation, where its scaled value overflows a float, and harmless in training.
  @Test void anOutlierBeyondFloatsInTheHeldOutRows() throws IOException {
    Files.writeString(dir.resolve("bad.csv"), "x,y\n1e30,1\n" + "1e-20,2\n2e-20,3\n".repeat(5));
    int told = 0;
    for (int seed = 0; seed < 40; seed++) {
      DataSpec.Csv spec = new DataSpec.Csv("bad.csv", "y", null, 0.4, (long) seed);
      try {
        assertThat(DataSets.load(spec, seed, dir).validation().x().allFinite()).isTrue();
      } catch (DataException e) {
        assertThat(e).hasMessage("bad.csv holds numbers too far from the training data to be computed with.");
        told++;
      }
    }
    assertThat(told).isBetween(5, 30);
  }

  @Test void aMissingFile() {
    assertThatThrownBy(() -> load("none.csv", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage("There is no file " + dir.resolve("none.csv") + ".");
  }

  @Test void aDirectory() throws IOException {
    Files.createDirectory(dir.resolve("folder"));
    assertThatThrownBy(() -> load("folder", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage(dir.resolve("folder") + " is a directory, not a file.");
  }

  @Test void aNameThatNoFileCanHave() {
    assertThatThrownBy(() -> load("a\0b", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage("\"a b\" is not a file name.");
  }

  @Test void textOfNoKnownEncoding() throws IOException {
    Files.write(dir.resolve("bad.csv"), new byte[] {'x', ',', (byte) 0x81, '\n', '1', ',', '2', '\n'});
    assertThatThrownBy(() -> load("bad.csv", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage("bad.csv is not text in UTF-8, UTF-16 or Windows-1252; save it as UTF-8.");
  }

  @Test void aLineOfSpacesIsABlankLine() throws IOException {
    Files.writeString(dir.resolve("bad.csv"), "x,y\n1,2\n   \n2,3\n \t\n3,4\n4,5\n");
    DataSet data = DataSets.load(new DataSpec.Csv("bad.csv", "y", null, 0.25, null), 1, dir);
    assertThat(data.train().size() + data.validation().size()).isEqualTo(4);
  }

  @Test void anEmptyNameIsNotTakenForTheFolder() {
    assertThatThrownBy(() -> load("", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage("The name of a data file is empty.");
  }

  @Test void aPictureUnderTheNameOfATable() throws IOException {
    Files.write(dir.resolve("bad.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    assertThatThrownBy(() -> load("bad.csv", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage("bad.csv holds binary data, not text.");
  }

  @Test void aFileOverTheSizeLimitIsNotEvenRead() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(dir.resolve("bad.csv").toFile(), "rw")) {
      sparse.setLength(InputFiles.MAX_BYTES + (1 << 20));
    }
    assertThatThrownBy(() -> load("bad.csv", null)).isExactlyInstanceOf(DataException.class)
        .hasMessage("bad.csv has 513 MB; at most 512 MB are read.");
  }

  @Test void moreValuesThanAreReadStopTheReading() throws IOException {
    String header = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    byte[] row = ("1" + ",1".repeat(999) + "\n").getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(dir.resolve("bad.csv"))) {
      out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 10_001; i++) out.write(row);
    }
    Throwable thrown = catchThrowable(
        () -> DataSets.load(new DataSpec.Csv("bad.csv", "c0", null, 0.25, null), 1, dir));
    assertThat(thrown).isExactlyInstanceOf(DataException.class)
        .hasMessage("bad.csv has more than 10000000 values, the most that are read.");
  }

  private void load(String path, Task task) {
    DataSets.load(new DataSpec.Csv(path, "y", task, 0.25, null), 1, dir);
  }
}
