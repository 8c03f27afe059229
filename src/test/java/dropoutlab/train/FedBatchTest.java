package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A frame shows the batch as each network received it. Oracle: the data, by hand.
class FedBatchTest {
  private record Known(Frame frame, DataSet data) {
    static Known of(String set, String network, String training, String more) {
      Experiment experiment = ExperimentJson.read("""
          {"data": {"set": "%s", "training": 40, "validation": 20, "noise": 0.1}, "network": {%s},
           "training": {"batch": 10, "twin": false%s}%s}""".formatted(set, network, training, more), "fed.json");
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      session.step();
      return new Known(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }

    NetworkView view(String network) { return frame.network(network).orElseThrow().view().orElseThrow(); }

    Matrix original(NetworkView of) {
      return Matrix.generate(of.batchSize(), data.train().x().cols(),
          (r, c) -> data.train().x().at(of.examples().get(r), c));
    }
  }

  private static final String HIDDEN = "\"hidden\": [{\"units\": 4}]",
      PLAIN = ", \"beside\": [{\"name\": \"plain\", \"augmentation\": {\"mixup\": 0}}]";

  @Test void mixedExamplesAndTheirTargetsAreShownAsTheyWereFed() {
    Known known = Known.of("blobs", HIDDEN, ", \"augmentation\": {\"mixup\": 1}", PLAIN);
    NetworkView mixed = known.view(Beside.OWN), plain = known.view("plain");
    assertThat(plain.fed().inputs()).isEqualTo(known.original(plain));
    Matrix targets = mixed.fed().targets();
    for (int row = 0; row < 10; row++) {
      assertThat(targets.at(row, 0) + targets.at(row, 1) + targets.at(row, 2)).isCloseTo(1, within(1e-6));
      assertThat(plain.fed().targets().at(row, (int) plain.targets().at(row, 0))).isEqualTo(1);
    }
    assertThat(mixed.fed().inputs()).isNotEqualTo(known.original(mixed));
  }

  @Test void smoothedTargetsAreShown() {
    NetworkView view = Known.of("blobs", HIDDEN, "", ", \"regulariser\": {\"labelSmoothing\": 0.3}").view(Beside.OWN);
    for (int c = 0; c < 3; c++)
      assertThat(view.fed().targets().at(0, c)).isCloseTo(c == view.targets().at(0, 0) ? 0.8 : 0.1, within(1e-6));
  }

  @Test void imagesThatGoIntoABodyAreShownToo() {
    Known known = Known.of("digits", "\"body\": [{\"type\": \"conv2d\", \"maps\": 2}], \"hidden\": []",
        ", \"augmentation\": {\"cutout\": 4}", "");
    NetworkView view = known.view(Beside.OWN);
    Matrix original = known.original(view);
    double paper = known.data.schema().inputScaling().toScaled(0, 0);
    assertThat(view.fed().inputs().rows()).isEqualTo(10);
    int changed = 0;
    for (int i = 0; i < original.size(); i++) {
      if (view.fed().inputs().get(i) == original.get(i)) continue;
      changed++;
      assertThat(view.fed().inputs().get(i)).isCloseTo(paper, within(1e-6));
    }
    assertThat(changed).isBetween(1, 10 * 16);
  }
}
