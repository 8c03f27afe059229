package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.nn.build.TableSize;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the networks that are built. Together, the experiments have every layer and every dropout method.
class NetworkSizeTest {
  static List<Path> experiments() throws IOException, URISyntaxException {
    try (var files = Files.list(Path.of(NetworkSizeTest.class.getResource("/determinism").toURI()))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theSizeIsThatOfTheNetworkThatIsBuilt(Path file) throws IOException {
    Experiment experiment = ExperimentJson.read(Files.readString(file), "x");
    var data = DataSets.load(experiment, Path.of(""));
    Schema schema = data.schema();
    NetworkSize size = NetworkSize.of(experiment.network(), schema.shape(), schema.outputs());
    Network network = new Network(experiment.network(), schema.shape(), schema.outputs(),
        layer -> RandomStream.of(1, RandomStream.Purpose.MASKS, layer));
    Weights weights = network.weights();
    assertThat(size.dense()).isEqualTo(sizes(weights.weights()));
    assertThat(size.extras()).isEqualTo(sizes(weights.body()));
    assertThat(size.learnt()).isEqualTo(network.parameters().stream().mapToLong(each -> each.value().size()).sum());
    assertThat(network.forward(data.train().x(), Mode.TRAIN).cols()).isEqualTo(schema.outputs());
  }

  private static List<TableSize> sizes(List<Matrix> tables) {
    return tables.stream().map(table -> new TableSize(table.rows(), table.cols())).toList();
  }
}
