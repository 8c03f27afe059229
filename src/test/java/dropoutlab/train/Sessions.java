package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Rates;
import dropoutlab.frame.RunState;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What tests of checkpoints share: experiments, and the comparison of two sessions bit by bit.
final class Sessions {
  private Sessions() {}

  static DataSet data(Experiment experiment) { return DataSets.load(experiment, Path.of("")); }

  static Experiment with(Experiment experiment, DropoutSpec method) {
    return experiment.withNetwork(experiment.network().withHidden(
        experiment.network().hidden().stream().map(layer -> layer.with(l -> l.method(method).drop(0.25))).toList()));
  }

  /// One beside learns from other batches, and one fails at its first step.
  static Experiment among(Experiment experiment) {
    return experiment.withBeside(List.of(
        Beside.of("noisy", with(experiment, new DropoutSpec.Gaussian()).network(), experiment).with(b -> b
            .augmentation(new AugmentationSpec(0.2, 0, 0, 0, 0))),
        Beside.of("bad", experiment.network(), experiment).with(b -> b
            .optimiser(new OptimiserSpec.Sgd(1e30)).regulariser(RegulariserSpec.OFF))));
  }

  /// Everything that a frame shows, and everything that is remembered.
  static void assertSame(TrainingSession actual, TrainingSession expected, String as) {
    assertThat(actual.experiment()).as(as).isEqualTo(expected.experiment());
    assertThat(bits(actual.history())).as(as).isEqualTo(bits(expected.history()));
    assertThat(actual.history().bestEpoch()).as(as).isEqualTo(expected.history().bestEpoch());
    Frame frame = frame(actual), shown = frame(expected);
    assertThat(frame.progress()).as(as).isEqualTo(shown.progress());
    for (int i = 0; i < shown.networks().size(); i++) {
      NetworkState one = frame.networks().get(i), other = shown.networks().get(i);
      assertThat(one.weights()).as(as).isEqualTo(other.weights());
      assertThat(one.inForce()).as(as).isEqualTo(other.inForce());
      assertThat(one.failure()).as(as).isEqualTo(other.failure());
      assertThat(bits(one.rates())).as(as).isEqualTo(bits(other.rates()));
      // What takes no more steps shows the weights that are left, and not the last pass.
      if (one.failure().isEmpty() && !expected.finished())
        assertThat(one.view().map(Sessions::computed)).as(as).isEqualTo(other.view().map(Sessions::computed));
    }
    assertSame(actual.checkpoint(), expected.checkpoint(), as);
  }

  /// A block that the last step skipped shows inside what an earlier step computed.
  private static NetworkView computed(NetworkView view) {
    return new NetworkView(view.body().stream().map(Sessions::computed).toList(), view.layers(), view.targets(),
        view.fed(), view.examples());
  }

  private static LayerView computed(LayerView view) {
    if (!(view instanceof LayerView.Block block) || block.kept().isEmpty()) return view;
    List<LayerView> inside =
        block.kept().max() == 0 ? List.of() : block.inside().stream().map(Sessions::computed).toList();
    return new LayerView.Block(block.kind(), block.p(), block.kept(), inside, block.branch(), block.values());
  }

  static void assertSame(Checkpoint actual, Checkpoint expected, String as) {
    assertThat(actual.step()).as(as).isEqualTo(expected.step());
    assertThat(actual.words()).as(as).isEqualTo(expected.words());
    assertThat(actual.tables()).as(as).isEqualTo(expected.tables());
  }

  static Frame frame(TrainingSession session) {
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  private static List<Integer> bits(History history) {
    List<Integer> bits = new ArrayList<>();
    for (int row = 0; row < history.size(); row++) {
      bits.add(history.epoch(row));
      for (int c = 0; c < history.curves().size(); c++) bits.add(Float.floatToRawIntBits(history.value(c, row)));
    }
    return bits;
  }

  private static List<Integer> bits(Rates rates) {
    List<Integer> bits = new ArrayList<>();
    for (int row = 0; row < rates.size(); row++)
      for (int i = 0; i < rates.count(); i++) bits.add(Float.floatToRawIntBits(rates.p(i, row)));
    return bits;
  }
}
