package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/// Runs commands as a caller would, in a separate folder, for which `DIR` stands in a command line.
public abstract class Commands {
  public static final List<String> FILES = List.of("experiment.json", "history.csv", "metrics.json", "model.json");

  @TempDir protected Path dir;

  public record Result(int code, String out, String err) {}

  protected static Result run(String... args) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    int code = DropoutLab.run(args, new PrintWriter(out), new PrintWriter(err));
    return new Result(code, out.toString(), err.toString());
  }

  protected Result run(String line) {
    return run(Arrays.stream(line.split(" ")).map(each -> each.replace("DIR", dir.toString())).toArray(String[]::new));
  }

  protected void good(String line) {
    Result result = run(line);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  /// Requires exit code 2, this sentence alone, and no file more or less.
  protected void refused(String line, String sentence) throws IOException {
    List<String> before = names();
    Result result = run(line);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().strip()).isEqualTo(sentence.replace("DIR", dir.toString()));
    assertThat(names()).isEqualTo(before);
  }

  protected List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  protected Path write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  /// Sets weights in the first layer of a model with which large inputs overflow.
  void makeWeightsHuge(String model) throws IOException {
    String text = Files.readString(dir.resolve(model));
    int from = text.indexOf("\"weights\": [ ["), to = text.indexOf("]", from);
    String huge = text.substring(from, to).replaceAll("-?[0-9][-0-9.E]*", "3e38");
    write(model, text.substring(0, from) + huge + text.substring(to));
  }

  protected List<List<String>> csv(String name) throws IOException {
    return Files.readAllLines(dir.resolve(name)).stream().map(line -> List.of(line.split(",", -1))).toList();
  }

  protected static double number(List<List<String>> csv, int row, String column) {
    return Double.parseDouble(csv.get(row).get(csv.getFirst().indexOf(column)));
  }
}
