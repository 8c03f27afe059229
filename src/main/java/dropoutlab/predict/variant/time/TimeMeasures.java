package dropoutlab.predict.variant.time;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.variant.LayerRuns;
import dropoutlab.spec.Beside;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures the evidence for dropout in a recurrent network. The examples are as many as there is time for beside the
/// training.
public final class TimeMeasures {
  private static final int MASKS = 24, NOISE_EXAMPLES = 16, NOISE_PASSES = 16, RECALL_EXAMPLES = 160;

  private TimeMeasures() {}

  /// @param example the row of the batch that is looked at; one beyond the last means the last
  public static TimeEvidence of(Frame frame, DataSet data, int example) {
    return new TimeEvidence(Stream.concat(Stream.of(Beside.OWN), frame.beside().stream().limit(1))
        .map(name -> network(frame.seenFrom(name), data, example)).toList());
  }

  private static TimeEvidence.Network network(Frame frame, DataSet data, int example) {
    LayerRuns runs = LayerRuns.of(frame, data.schema());
    List<Integer> batch = frame.network().examples();
    int row = batch.get(Math.clamp(example, 0, batch.size() - 1));
    Examples one = data.train().pick(new int[] {row}), same = data.train().pick(new int[MASKS]);
    for (int i = 0; i < MASKS; i++) same.x().copyRow(i, one.x(), 0);
    Examples shown = data.shown().pick(rows(data.shown(), RECALL_EXAMPLES));
    Recall recall = Recall.of(shown, frame.experiment().data(), data.schema());
    LayerView.Recurrent masked = StateNoise.recurrent(runs.run(recall.x(), Mode.FRESH));
    Tensor answer = Predictor.of(frame, data.schema()).deterministic(one.x());
    Tensor some = data.shown().pick(rows(data.shown(), NOISE_EXAMPLES)).x();
    return new TimeEvidence.Network(row, memory(runs, same.x(), Mode.FRESH), memory(runs, one.x(), Mode.INFERENCE),
        TargetUnit.of(data.schema()).values(answer), StateNoise.of(runs, some, NOISE_PASSES).noise(),
        recall.from(masked), ZoneoutDraws.of(masked));
  }

  private static Matrix memory(LayerRuns runs, Tensor x, Mode mode) {
    return StateNoise.memory(StateNoise.recurrent(runs.run(x, mode)));
  }

  private static int[] rows(Examples of, int most) { return IntStream.range(0, Math.min(most, of.size())).toArray(); }
}
