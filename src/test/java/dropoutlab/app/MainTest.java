package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.ExperimentFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final int LIMIT_MINUTES = 5;

  @Test
  void onlyLinuxCanLackADisplay() {
    assertThat(Main.hasDisplay("Linux", Map.of(), null)).isFalse();
    assertThat(Main.hasDisplay("Linux", Map.of("DISPLAY", " "), null)).isFalse();
    assertThat(Main.hasDisplay("Linux", Map.of("DISPLAY", ":0"), null)).isTrue();
    assertThat(Main.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), null)).isTrue();
    assertThat(Main.hasDisplay("Linux", Map.of(), "Headless")).isTrue();
    assertThat(Main.hasDisplay("Windows 11", Map.of(), null)).isTrue();
    assertThat(Main.hasDisplay("Mac OS X", Map.of(), null)).isTrue();
  }

  @Test
  void argumentsGoToTheCommandLineAndOpenNoWindow() {
    StringWriter out = new StringWriter();
    int code = Main.run(new String[] {"list", "presets"}, new PrintWriter(out), new PrintWriter(new StringWriter()),
        () -> { throw new AssertionError("a window"); });
    assertThat(code).isZero();
    assertThat(out.toString()).contains("two-moons");
  }

  @Test
  void aWindowThatCannotBeOpenedIsToldInOneLine() {
    StringWriter err = new StringWriter();
    int code = Main.run(new String[0], new PrintWriter(new StringWriter()), new PrintWriter(err),
        () -> { throw new UnsupportedOperationException("Unable to open DISPLAY"); });
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("display");
  }

  /// A request to terminate takes the same path as Ctrl-C: the shutdown hook.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatIsAskedToEndWritesTheEpochsThatAreDone(@TempDir Path dir) throws IOException, InterruptedException {
    // The first line comes after a twentieth of the way: even on a slow machine enough is left to be asked in time.
    Process process = limited(program(List.of(), "train", "two-moons", "--epochs", "1000", "--set",
        "data.validation=100000", "--out", dir.toString()).redirectErrorStream(true));
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("epoch ")) line = lines.readLine();
      assertThat(line).isNotNull();
      // Process.destroy would also close the stream that is read here.
      process.toHandle().destroy();
      assertThat(lines.lines().anyMatch(each -> each.equals("written to " + dir))).isTrue();
    }
    exitValue(process);
    assertThat(ExperimentFile.read(dir.resolve("experiment.json")).training().epochs()).isBetween(50, 999);
    assertThat(dir.toFile().list()).containsExactlyInAnyOrder("experiment.json", "history.csv", "metrics.json",
        "model.json");
  }

  /// Ends a process that hangs, so that the test that reads its output and waits for it does not hang too.
  private static Process limited(ProcessBuilder program) throws IOException {
    Process process = program.start();
    CompletableFuture.delayedExecutor(LIMIT_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
    return process;
  }

  private static int exitValue(Process process) throws InterruptedException {
    assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as("it ends in %d minutes", LIMIT_MINUTES).isTrue();
    return process.exitValue();
  }

  private static ProcessBuilder program(List<String> options, String... args) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }

  @Test
  void aNetworkThatTheMemoryCannotHoldIsTheCallersMistakeInOneLine() throws IOException, InterruptedException {
    Process process = limited(program(List.of("-Xmx64m"), "train", "two-moons", "--set",
        "network.hidden=[{\"units\":4096},{\"units\":4096}]"));
    List<String> told = process.errorReader().lines().filter(line -> !line.contains("incubator")).toList();
    assertThat(exitValue(process)).isEqualTo(2);
    assertThat(told).singleElement().asString().startsWith("Training needs about ").contains("-Xmx");
  }

  @Test
  void predictionsThatArePipedAreUtf8WhateverTheLanguageSetting(@TempDir Path dir)
      throws IOException, InterruptedException {
    Files.writeString(dir.resolve("d.csv"), "x,y\n1,grün\n2,rot\n3,grün\n4,rot\n5,grün\n6,rot\n");
    run("train", "two-moons", "--epochs", "1", "--set", "data.type=csv", "--set", "data.path=" + dir.resolve("d.csv"),
        "--set", "data.target=y", "--out", dir.toString());
    Process process = limited(program(List.of("-Dstdout.encoding=ISO-8859-1"), "predict",
        dir.resolve("model.json").toString(), "--data", dir.resolve("d.csv").toString()));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(exitValue(process)).isZero();
    assertThat(out).startsWith("class,p_grün,p_rot,");
  }

  private static void run(String... args) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    assertThat(Main.run(args, nowhere, nowhere, () -> {})).isZero();
  }
}
