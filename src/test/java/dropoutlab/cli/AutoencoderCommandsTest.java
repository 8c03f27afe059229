package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// What commands do with a network that reconstructs its inputs: train, compare, draw and export it, or say why not in a
/// sentence. Oracle: the sentences.
class AutoencoderCommandsTest extends Commands {
  private static final String JSON = """
      {"data": {"type": "autoencoder", "of": {"set": "digits", "training": 40, "validation": 20}},
       "network": {"hidden": [{"units": 8, "drop": 0.5}]}, "training": {"epochs": 2}}""";

  private void write() throws IOException { Files.writeString(dir.resolve("a.json"), JSON); }

  @Test void itIsTrainedComparedDrawnAndExported() throws IOException {
    write();
    run("train DIR/a.json --out DIR/run");
    assertThat(Files.readString(dir.resolve("run/metrics.json"))).contains("root mean squared error of grey value");
    good("compare DIR/a.json --seeds 2");
    for (String figure : new String[] {"network", "masks", "loss", "learned", "learned-twin", "learned-gap"})
      good("render DIR/a.json --out DIR/" + figure + ".svg --figure " + figure);
    good("export-onnx DIR/run/model.json --out DIR/a.onnx");
    good("export-python DIR/a.json --out DIR/a.py");
  }

  @Test void whatIsAboutOneAnswerIsRefused() throws IOException {
    write();
    refused("render DIR/a.json --figure calibration --out DIR/a.png",
        "The figure calibration is about one answer, and this network reconstructs all its inputs.");
    good("train DIR/a.json --out DIR/run");
    String sentence = "DIR/run/model.json reconstructs all its inputs, and predictions are tables of one answer; take it with"
        + " export-onnx, export-npz or export-python.";
    refused("predict DIR/run/model.json --data DIR/a.json", sentence);
    refused("evaluate DIR/run/model.json --data DIR/a.json --out DIR/m.json", sentence);
  }
}
