package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.NormEvidence.Layer;
import dropoutlab.frame.NormEvidence.Noise;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.theory.VarianceRatio;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The presets of the view after some epochs. Oracle: the closed form of [VarianceRatio].
class NormMeasuresTest {
  private record Trained(Frame frame, DataSet data) {
    static Trained of(String preset) {
      Experiment experiment = Presets.load(preset);
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      while (session.progress().epoch() < 15) session.step();
      session.step();
      return new Trained(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }

    NormEvidence.Network measured(String network) { return NormMeasures.of(frame.seenFrom(network), data); }
  }

  private static List<Layer> norms(NormEvidence.Network of) {
    return of.layers().stream().filter(layer -> layer.name().endsWith("norm")).toList();
  }

  /// Of 200 examples, 48 units and 4 passes the variance in training is known to about 2 per cent.
  private static void requireFormula(NormEvidence.Network of) {
    assertThat(of.noises()).isNotEmpty();
    for (Noise noise : of.noises())
      assertThat(of.layers().get(noise.layer()).ratio()).as(of.layers().get(noise.layer()).name())
          .isCloseTo(noise.expected(), within(0.04));
  }

  @Test void ratiosBehindDropoutAreThoseOfTheFormulaWhereverItStands() {
    Trained trained = Trained.of("batch-norm");
    NormEvidence.Network before = trained.measured(Beside.OWN), after = trained.measured("after");
    requireFormula(before);
    requireFormula(after);
    assertThat(norms(before)).hasSize(2).allMatch(Layer::isShifted);
    assertThat(norms(after)).hasSize(2).noneMatch(Layer::isShifted);
    assertThat(before.layers()).extracting(Layer::name)
        .startsWith("input", "dense 48", "ReLU", "dropout .40", "batch norm").endsWith("output");
    assertThat(before.noises().getFirst().noise()).isCloseTo(0.4 / 0.6, within(1e-12));
    assertThat(before.losses().off()).isPositive();
    // Nothing normalises behind the masks of B: its statistics are nearly those without them.
    assertThat(Math.abs(after.losses().anew() / after.losses().off() - 1))
        .isLessThan(Math.abs(before.losses().anew() / before.losses().off() - 1));
  }

  @Test void uniformNoiseShiftsLess() {
    Trained trained = Trained.of("batch-norm-uout");
    NormEvidence.Network uniform = trained.measured(Beside.OWN), inverted = trained.measured("batch-norm");
    requireFormula(uniform);
    requireFormula(inverted);
    Noise noise = uniform.noises().getFirst();
    assertThat(noise.noise()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(noise.expected()).isCloseTo(VarianceRatio.direct(Math.sqrt(noise.squaredMean()), noise.variance(),
        noise.noise()), within(1e-3));
    assertThat(uniform.layers().get(noise.layer()).ratio())
        .isGreaterThan(inverted.layers().get(inverted.noises().getFirst().layer()).ratio());
  }

  @Test void layerNormMeetsNoShift() {
    Trained trained = Trained.of("layer-norm");
    NormEvidence.Network layerNorm = trained.measured(Beside.OWN);
    requireFormula(layerNorm);
    assertThat(norms(layerNorm)).hasSize(2).noneMatch(Layer::isShifted);
    assertThat(norms(trained.measured("batch-norm"))).allMatch(layer -> layer.ratio() < 0.9);
    assertThat(layerNorm.losses().anew()).as("nothing is stored").isCloseTo(layerNorm.losses().off(), within(1e-5));
  }

  @Test void presentBatchHasTheSameLayers() {
    Trained trained = Trained.of("batch-norm");
    List<Layer> present = NormMeasures.present(trained.frame.network(Beside.OWN).orElseThrow());
    List<Layer> measured = trained.measured(Beside.OWN).layers();
    assertThat(present).extracting(Layer::name).containsExactlyElementsOf(
        measured.subList(1, measured.size() - 1).stream().map(Layer::name).toList());
    assertThat(present).allMatch(layer -> layer.training() > 0 && Double.isNaN(layer.inference()));
  }
}
