package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// Oracles: ONNX Runtime, and sentences written by hand. What the scripts compute is tested beside the classes that write
/// them.
class ExportCommandsTest extends Commands {
  @Test void aScriptAndItsNumbersStandBesideEachOther() throws Exception {
    good("export-python two-moons --epochs 3 --trained --out DIR/moons.py");
    assertThat(Files.readString(dir.resolve("moons.py"))).contains("nn.Dropout(0.3)", "moons.npz", "EPOCHS = 3");
    assertThat(Files.size(dir.resolve("moons.npz"))).isPositive();
  }

  @Test void whatAScriptCannotDoIsSaid() throws Exception {
    Result result = run("export-python spatial --out DIR/spatial.py");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Not done here: the network that learns beside; this is the experiment's own.");
    assertThat(Files.readString(dir.resolve("spatial.py"))).contains("Not done here");
  }

  @Test void anExperimentAndAModelFileBecomeOnnx() throws Exception {
    good("train digits --epochs 1 --out DIR/run");
    good("export-onnx DIR/run/model.json --out DIR/a.onnx");
    good("export-onnx digits --epochs 1 --out DIR/b.onnx");
    assertThat(Files.readAllBytes(dir.resolve("a.onnx"))).as("the same training").isEqualTo(Files.readAllBytes(dir.resolve("b.onnx")));
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(dir.resolve("a.onnx").toString())) {
      assertThat(session.getInputNames()).containsExactly("inputs");
      assertThat(session.getOutputNames()).containsExactly("probabilities");
    }
  }

  @Test void weightsBecomeNumbersForNumPy() throws Exception {
    good("export-npz digits --epochs 1 --out DIR/w.npz");
    try (ZipFile zip = new ZipFile(dir.resolve("w.npz").toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).anyMatch(name -> name.endsWith(".npy"));
    }
  }

  @Test void mistakesAreSentences() throws Exception {
    assertThat(run("export-python two-moons --out DIR/moons.txt").err().strip()).endsWith("name must end in .py, but is " + dir.resolve("moons.txt") + ".");
    assertThat(run("export-onnx two-moons --out DIR/none/a.onnx").err()).startsWith("--out:");
    assertThat(run("export-onnx nothing --out DIR/a.onnx").code()).isEqualTo(2);
    assertThat(dir).isEmptyDirectory();
  }
}
