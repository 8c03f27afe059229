package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle: the indices written into a file are those that the network reads.
class WordIndicesTest {
  @TempDir private Path dir;

  private Experiment experiment(int vocabulary) {
    return ExperimentJson.read("""
        {"data": {"type": "csv", "path": "words.csv", "target": "y"},
         "network": {"body": [{"type": "embedding", "vocabulary": %d, "width": 2}]}}""".formatted(vocabulary), "words");
  }

  private DataSet load(int vocabulary, String... rows) throws IOException {
    Files.writeString(dir.resolve("words.csv"), "a,b,y\n" + String.join("\n", rows) + "\n");
    return DataSets.load(experiment(vocabulary), dir);
  }

  @Test void aNetworkThatBeginsWithAnEmbeddingReadsTheIndicesAsTheyAre() throws IOException {
    DataSet data = load(1_000_000, "0,999999,u", "7,123456,v", "3,5,u", "1,1,v", "2,0,u", "4,777777,v", "9,31,u", "8,2,v");
    Set<String> rows = new HashSet<>();
    for (Tensor x : new Tensor[] {data.train().x(), data.validation().x()})
      for (int r = 0; r < x.rows(); r++) rows.add((int) x.at(r, 0) + "," + (int) x.at(r, 1));
    assertThat(rows).containsExactlyInAnyOrder("0,999999", "7,123456", "3,5", "1,1", "2,0", "4,777777", "9,31", "8,2");
    assertThat(data.schema().inputScaling().mean()).containsOnly(0.0);
    assertThat(data.schema().inputScaling().sd()).containsOnly(1.0);
  }

  @Test void otherNetworksReadThemStandardised() throws IOException {
    load(10, "0,1,u", "7,1,v", "3,1,u", "1,1,v");
    DataSet data = DataSets.load(experiment(10).data(), 7, dir);
    assertThat(data.schema().inputScaling().sd().getFirst()).isNotEqualTo(1.0);
  }

  @Test void whatIsNoWordIsToldWithItsColumn() {
    assertThatThrownBy(() -> load(7, "0,1,u", "7,1,v", "3,1,u", "1,1,v")).isInstanceOf(DataException.class)
        .hasMessageContainingAll("\"a\" holds 7,", "from 0 to 6");
    assertThatThrownBy(() -> load(9, "0,1.5,u", "7,1,v", "3,1,u", "1,1,v")).isInstanceOf(DataException.class)
        .hasMessageContainingAll("\"b\" holds 1.5", "from 0 to 8");
    assertThatThrownBy(() -> load(9, "-1,1,u", "7,1,v", "3,1,u", "1,1,v")).isInstanceOf(DataException.class)
        .hasMessageContainingAll("\"a\" holds −1,");
  }
}
