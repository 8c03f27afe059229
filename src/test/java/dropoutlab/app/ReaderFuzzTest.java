package dropoutlab.app;

import dropoutlab.data.CsvFile;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.IdxImages;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.export.TrainedRun;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Categories;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Presets;
import dropoutlab.spec.Task;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files of each reader, changed at random. The reader must answer with one sentence or with finite numbers, and must
/// not ask for more memory than small files deserve. See [Fuzz] for how many.
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class ReaderFuzzTest {
  @TempDir Path dir;

  private void fuzz(String reader, String name, Mutations mutations, List<byte[]> seeds, Fuzz.Reading reading)
      throws IOException {
    new Fuzz(dir.resolve(name)).run(reader, () -> mutations.of(seeds), reading);
  }

  @Test void tables() throws IOException {
    Mutations mutations = new Mutations(1, List.of("NA", "NaN", "1e999", "-", "\"", "\"\"", "1,234", "1.234,5", ",,,", ";;",
        "sep=;\n", "\uFEFF", "\u2212", "\u00A0", "x,y", "1'000", "inf", "\u0000", "999999999999999999999", "1e-320", "\r\r\n"),
        Pattern.compile("[^,;\t|\r\n\"]+"));
    fuzz("CSV", "a.csv", mutations, tableSeeds(), file -> {
      DataSpec.Csv spec = spec(mutations, file);
      DataSet data = DataSets.load(spec, 3, dir);
      requireFinite(data);
      CsvFile.readInputs(file, data.schema(), CsvStyle.SEEN, List.of());
      requireFinite(CsvFile.readExamples(file, data.schema(), spec.style()).examples().x());
    });
  }

  @Test void texts() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"))
      seeds.add("\uFEFFIt was the best of times,\r\n\u00E9t\u00E9 \u00E0 la mer.\n\n".repeat(3).getBytes(Charset.forName(encoding)));
    Mutations mutations = new Mutations(6, List.of("\u0000", "\uFEFF", "\uD83D", "\u0301", "\r\r", "\u2028", "\t"));
    fuzz("text", "a.txt", mutations, seeds, file -> {
      DataSpec.Text spec = new DataSpec.Text(null, file.toString(), mutations.one(List.of(1, 3, 20)),
          mutations.random().nextBoolean(), mutations.one(List.of(0, 0, 30)), mutations.one(List.of(0.0, 0.25)), null);
      requireFinite(DataSets.load(spec, 3, dir));
    });
  }

  private static List<byte[]> tableSeeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String text : List.of("x,y\n1,2\n2,3\n3,5\n4,4\n5,7\n", "a;b;y\n1,5;2;3\n2,5;1;4\n3,5;5;6\n4,5;2;1\n",
        "id\tcolour\ty\n1\tred\tyes\n2\tblue\tno\n3\tred\tyes\n4\tgreen\tno\n5\tred\tyes\n",
        "sep=;\r\nx;y\r\n1;2\r\n2;3\r\n3;5\r\n4;6\r\n", ",x,y\n0,0.5,1\n1,1.5,2\n2,2.5,4\n3,3.5,5\n",
        "x,\"y\nunit\",y\n0,1,2\n1,2,3\n\"2\",\"3,000\",5\n3,NA,6\n4,,7\n", "x,z,y\n1,\u22122.5,1\n2,3.5,0\n3,1,1\n4,2,0\n5,2,1\n",
        "5.1,3.7,a\n5.3,3.6,a\n4.9,3.0,b\n4.7,3.2,b\n", "x|y\n1|1 000\n2|2 000\n3|3 500\n4|1 200\n",
        "a,b,y\n1,2,3\n2,4,5\n3,1,9\n4,4,4\n5,2,6\n6,1,8\n7,3,7\n8,2,5\n"))
      for (String encoding : List.of("UTF-8", "UTF-8", "UTF-16LE", "windows-1252"))
        seeds.add((encoding.equals("UTF-16LE") ? "\uFEFF" + text : text).getBytes(Charset.forName(encoding)));
    return seeds;
  }

  private static DataSpec.Csv spec(Mutations m, Path file) {
    boolean plain = m.random().nextInt(4) > 0;
    if (plain)
      return new DataSpec.Csv(file.toString(), "y", null, 0.25, null).withMissing(m.one(List.of(Missing.values())))
          .withCategories(Categories.ONE_HOT);
    return new DataSpec.Csv(file.toString(), m.one(List.of("y", "x", "y unit", "column 2")),
        m.one(Arrays.asList(null, Task.CLASSIFICATION, Task.REGRESSION)), null,
        m.one(Arrays.asList(null, List.of("id"), List.of("colour"))), m.one(List.of(Categories.values())),
        m.one(List.of(Missing.values())), m.one(Arrays.asList(null, List.of("?"))),
        m.one(Arrays.asList(null, ",", ";", "tab")), m.one(Arrays.asList(null, ".", ",")),
        m.one(Arrays.asList(null, "utf-8", "windows-1252", "utf-16")), m.one(Arrays.asList(null, true, false)),
        m.random().nextBoolean() ? file.toString() : null, m.one(List.of(0.0, 0.25, 0.9)), null);
  }

  private static void requireFinite(DataSet data) {
    requireFinite(data.train().x());
    requireFinite(data.train().y());
    requireFinite(data.validation().x());
    requireFinite(data.validation().y());
    for (List<Double> each : List.of(data.schema().inputScaling().mean(), data.schema().inputScaling().sd(),
        data.schema().targetScaling().mean(), data.schema().targetScaling().sd()))
      for (double value : each) if (!Double.isFinite(value)) throw new IllegalStateException("a scaling of " + value);
  }

  private static void requireFinite(Tensor tensor) {
    if (!tensor.allFinite()) throw new IllegalStateException("a number that is not finite");
  }

  private static final List<String> IDX_WORDS = List.of("\0\0\u0008\u0003", "\0\0\r\u0003", "\0\0\u0008\u0001",
      "\u007F\u007F\u007F\u007F", "\0\0\0\0", "\0\0\0\u0001", "\u001F");

  @Test void images() throws IOException {
    Files.write(dir.resolve("labels"), idx(0x801, new int[] {8}, 8));
    fuzz("IDX images", "images", new Mutations(2, IDX_WORDS), zippedToo(idx(0x803, new int[] {8, 2, 3}, 48),
        idx(0x803, new int[] {8, 28, 28}, 8 * 784), idx(0xD03, new int[] {8, 2, 3}, 192)), this::readImages);
  }

  @Test void labels() throws IOException {
    Files.write(dir.resolve("images"), idx(0x803, new int[] {8, 2, 3}, 48));
    fuzz("IDX labels", "labels", new Mutations(3, IDX_WORDS), zippedToo(idx(0x801, new int[] {8}, 8),
        idx(0xC01, new int[] {8}, 32)), this::readImages);
  }

  private void readImages(Path changed) {
    DataSet data = DataSets.load(new DataSpec.Idx("images", "labels", null, null, 0.25, 0, changed.hashCode() % 2 == 0,
        null), 3, dir);
    requireFinite(data);
    IdxImages.preview(dir.resolve("images"), 3);
    requireFinite(IdxImages.read(dir.resolve("images"), dir.resolve("labels"), data.schema()).x());
  }

  private static byte[] idx(int magic, int[] dimensions, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(4).putInt(magic).array());
    for (int each : dimensions) out.writeBytes(ByteBuffer.allocate(4).putInt(each).array());
    for (int i = 0; i < bytes; i++) out.write(i % 3);
    return out.toByteArray();
  }

  private static List<byte[]> zippedToo(byte[]... plain) throws IOException {
    List<byte[]> all = new ArrayList<>(List.of(plain));
    for (byte[] each : plain) {
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(zipped)) { out.write(each); }
      all.add(zipped.toByteArray());
    }
    return all;
  }

  private static final List<String> JSON_WORDS = List.of("null", "true", "-1", "1e999", "1e-999", "0", "2147483648", "8192",
      "9007199254740992", "[]", "{}", "\"\"", "\"relu\"", "[null]", "0.5", ":", ",", "\\u0000", "\"type\": \"csv\"", "NaN",
      "\"drop\": 1", "\"units\": 8193", "\"body\": [{\"type\": \"pool\"}]");

  private static final Pattern JSON = Pattern.compile(
      "(?<=[:\\[,]\\s{0,40})(?:-?\\d[\\d.eE+-]*|\"[^\"\\n]*\"|true|false|null)(?=\\s*[,\\]}])");

  @Test void experiments() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String preset : Presets.names()) seeds.add(bytes(ExperimentJson.write(Presets.load(preset))));
    seeds.add(bytes("{\"data\": {\"type\": \"csv\", \"path\": \"a.csv\", \"target\": \"y\", \"missing\": \"drop\"}}"));
    try (var files = Files.list(Path.of("src/test/resources/determinism"))) {
      for (Path each : files.sorted().toList()) seeds.add(Files.readAllBytes(each));
    }
    fuzz("experiment JSON", "experiment.json", new Mutations(4, JSON_WORDS, JSON), seeds, file -> {
      Experiment read = ExperimentFile.read(file);
      String text = ExperimentJson.write(read);
      if (!ExperimentJson.read(text, "again").equals(read))
        throw new IllegalStateException("written and read again it is another: " + text);
    });
  }

  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }

  @Test void models() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String experiment : List.of("{\"data\": {\"set\": \"noisy-line\", \"training\": 8}, \"network\": {\"hidden\": [{\"units\": 3}]}",
        "{\"data\": {\"set\": \"blobs\", \"training\": 8}, \"network\": {\"hidden\": [{\"units\": 2, \"method\": {\"type\": \"concrete\"}}]}",
        "{\"data\": {\"set\": \"linear-five\", \"training\": 8}, \"network\": {\"hidden\": [{\"units\": 2}], \"body\": ["
            + "{\"type\": \"reshape\", \"rows\": 1, \"cols\": 5}, {\"type\": \"conv2d\", \"maps\": 2}, {\"type\": \"batch-norm\"}]}",
        "{\"data\": {\"set\": \"temporal-order\", \"training\": 8}, \"network\": {\"hidden\": [], \"body\": [{\"type\": \"embedding\","
            + " \"vocabulary\": 6, \"width\": 2}, {\"type\": \"recurrent\", \"units\": 2}]}"))
      seeds.add(bytes(ModelFile.text(trained(experiment + ", \"training\": {\"epochs\": 1, \"twin\": false}}"))));
    Files.writeString(dir.resolve("t.csv"), "colour,x,y\nred,1,1\nblue,,2\nred,3,3\nblue,4,4\n");
    seeds.add(bytes(ModelFile.text(trained("{\"data\": {\"type\": \"csv\", \"path\": \"t.csv\", \"target\": \"y\", \"missing\": "
        + "\"mean\", \"categories\": \"one-hot\", \"validationShare\": 0}, \"network\": {\"hidden\": [{\"units\": 2}]}, \"training\":"
        + " {\"epochs\": 1, \"twin\": false}}"))));
    fuzz("model JSON", "model.json", new Mutations(5, JSON_WORDS, JSON), seeds, file -> {
      Model model = ModelFile.read(file);
      for (List<Matrix> tables : List.of(model.weights().weights(), model.weights().biases(), model.weights().body()))
        for (Matrix table : tables)
          if (!IntStream.range(0, table.size()).allMatch(i -> Double.isFinite(table.get(i))))
            throw new IllegalStateException("a weight that is not finite");
      Predictor predictor = model.predictor(model.seed());
      predictor.deterministic(new Tensor(1, model.schema().inputs().size()));
    });
  }

  private Model trained(String experiment) {
    Experiment read = ExperimentJson.read(experiment, "seed.json");
    DataSet data = DataSets.load(read, dir);
    TrainingSession session = new TrainingSession(read, data);
    while (session.progress().epoch() < 1 && session.failure().isEmpty()) session.step();
    return TrainedRun.of(new FrameBuilder(session).outcome(0, new RunState.Paused(), 1).orElseThrow(), data).model();
  }
}
