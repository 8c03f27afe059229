package dropoutlab.claim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A wrong engine turns verdicts red. Each case changes one expression in the source of the engine, compiles that
/// class, and lets `check` run with it; the engine as it is passes in the same way. A check that could not fail would
/// be worth nothing.
class BrokenEngineTest {
  private static final Path SOURCES = Path.of("src/main/java"), CLASSES = Path.of("target/classes");
  private static final String ENGINE = "dropoutlab/nn/";

  @TempDir Path folder;

  /// @param file    of the class, below `nn`
  /// @param right   the expression, which must be there exactly once
  /// @param benches that notice, as they begin
  private record Mistake(String name, String file, String right, String wrong, List<String> benches) {
    @Override public String toString() { return name; }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake("kept units are scaled by 1/p", "dropout/InvertedDropout.java",
            "(float) (1 / (1 - p()))", "(float) (1 / p())", List.of("scaling-microscope", "backward", "jensen-gap")),
        new Mistake("the mask is drawn again on the way back", "dropout/UnitDropout.java",
            "backward(dOut, factors)", "backward(dOut, factors(Mode.TRAIN, dOut.rows()))",
            List.of("scaling-microscope", "backward")),
        new Mistake("passes of MC dropout gather batch statistics", "layer/BatchNorm.java",
            "byBatch = mode == Mode.TRAIN", "byBatch = mode != Mode.INFERENCE", List.of("batch-norm")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aWrongEngineFailsTheCheck(Mistake mistake) throws Exception {
    compile(mistake);
    for (String bench : mistake.benches()) {
      Checked wrong = check(bench);
      assertThat(wrong.code).as("%s\n%s", wrong.out, wrong.err).isEqualTo(1);
      assertThat(wrong.out).as(bench).contains("× fails").contains("1 fail.");
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theEngineAsItIsPasses(Mistake mistake) throws Exception {
    compile(new Mistake(mistake.name, mistake.file, mistake.right, mistake.right, mistake.benches));
    for (String bench : mistake.benches()) {
      Checked right = check(bench);
      assertThat(right.code).as("%s\n%s", right.out, right.err).isZero();
      assertThat(right.out).as(bench).doesNotContain("× fails").contains("0 fail.");
    }
  }

  private void compile(Mistake mistake) throws IOException {
    String source = Files.readString(SOURCES.resolve(ENGINE + mistake.file));
    assertThat(source.split(Pattern.quote(mistake.right), -1)).as("expressions to change").hasSize(2);
    Path file = folder.resolve("sources/" + ENGINE + mistake.file);
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.replace(mistake.right, mistake.wrong));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean done = compiler.getTask(said, null, null,
        List.of("-proc:none", "-d", folder.toString(), "-cp",
        CLASSES + File.pathSeparator + System.getProperty("java.class.path")), null,
        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call();
    assertThat(done).as(said.toString()).isTrue();
  }

  private record Checked(int code, String out, String err) {}

  /// Runs the command with the compiled class before the real ones.
  private Checked check(String bench) throws Exception {
    StringWriter out = new StringWriter(), err = new StringWriter();
    try (ChildFirst loader = new ChildFirst(folder.toUri().toURL(), CLASSES.toUri().toURL())) {
      Class<?> command = loader.loadClass("dropoutlab.cli.DropoutLab");
      assertThat(command.getClassLoader()).isSameAs(loader);
      Object code = command.getMethod("run", String[].class, PrintWriter.class, PrintWriter.class)
          .invoke(null, new String[] {"check", bench, "--all"}, new PrintWriter(out), new PrintWriter(err));
      return new Checked((int) code, out.toString(), err.toString());
    }
  }

  /// Loads the program's own classes itself, so that one of them can be another; all others are those of the test.
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL... classes) { super(classes, BrokenEngineTest.class.getClassLoader()); }

    @Override protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dropoutlab.")) return super.loadClass(name, resolve);
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
