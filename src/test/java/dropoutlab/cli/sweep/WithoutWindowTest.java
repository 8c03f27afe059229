package dropoutlab.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.VirtualMachine;
import dropoutlab.app.Main;
import dropoutlab.cli.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nodes of a cluster have no display and no GTK. Oracle: the Java machine's own list of the classes that it has loaded.
class WithoutWindowTest extends Commands {
  @Test void theCommandsOfASweepLoadNoJavaFx() throws Exception {
    String folder = dir.resolve("s").toString(), picture = dir.resolve("s.pdf").toString();
    loadsNone("plan", "two-moons", "--epochs", "2", "--axis", "network.hidden.*.drop=0,0.5", "--seeds", "2", "--out", folder);
    loadsNone("run", folder);
    loadsNone("verify", folder, "--share", "1");
    loadsNone("submit", folder, "--slurm", "--dry-run");
    loadsNone("render", folder, "--out", picture);
    assertThat(Path.of(picture)).isNotEmptyFile();
  }

  private void loadsNone(String... command) throws Exception {
    Path classes = dir.resolve("classes-" + command[0] + ".txt");
    List<String> line = new java.util.ArrayList<>(List.of("sweep"));
    line.addAll(List.of(command));
    VirtualMachine.run(List.of("-Xlog:class+load:file=" + classes, "-XX:TieredStopAtLevel=1"), Main.class, line,
        dir.resolve("said-" + command[0] + ".txt"));
    List<String> loaded = Files.readAllLines(classes);
    assertThat(loaded).anyMatch(each -> each.contains("dropoutlab.sweep.SweepFolder "));
    assertThat(loaded).noneMatch(each -> each.contains(" javafx."));
  }
}
