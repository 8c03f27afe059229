package dropoutlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a main class of the tests in a separate virtual machine, under flags that this one can no longer accept.
public final class VirtualMachine {
  /// The longest run takes two minutes on an idle machine.
  private static final long LIMIT_MINUTES = 15;

  private VirtualMachine() {}

  /// Fails, with the output that was printed to `log`, if the exit code is not 0.
  public static void run(List<String> flags, Class<?> main, List<String> arguments, Path log) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-XX:+IgnoreUnrecognizedVMOptions", "-cp",
        System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      assertThat(ended).as(() -> flags + " did not end in " + LIMIT_MINUTES + " minutes:\n" + read(log)).isTrue();
      assertThat(process.exitValue()).as(() -> flags + ":\n" + read(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
