package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.VirtualMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sentences for a lack of memory. Oracle: the flags that the build and the installed image accept.
class ShortMemoryTest {
  @Test void theBuildTakesTheHeapByThatName() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<heap>", "-Xmx${heap}");
    assertThat(Files.readString(Path.of("installers/jpackage.options"))).contains("-Xmx${heap}");
  }

  @Test void whatDoesNotFitIsSaidInASentenceAndTheEngineLives(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    VirtualMachine.run(List.of("-Xmx80m", "-XX:+UseSerialGC"), ShortOfMemory.class, List.of(), log);
    assertThat(Files.readAllLines(log).stream().filter(line -> line.matches("(refused|trains|goes on).*")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("refused: ").contains("Training needs about ", "may use 78 MB", "-Xmx",
                "network.hidden[1]"),
            line -> assertThat(line).startsWith("trains: Running"),
            line -> assertThat(line).isEqualTo("goes on, ended: false"));
  }
}
