package dropoutlab.predict;

import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.function.BiConsumer;

/// The prediction of a deep ensemble (Lakshminarayanan, Pritzel and Blundell 2017): its members, with masks off, form
/// one mixture with equal weights. Class probabilities are averaged. The mean of a value is the mean of the members'
/// means; its epistemic variance is the variance of these means (1/M), and its aleatoric variance is the mean of the
/// variances that the members have learnt. Values are standardised, as those of a [Predictor] are.
public final class EnsemblePrediction {
  private final List<Predictor> members;

  public EnsemblePrediction(List<Predictor> members) { this.members = List.copyOf(members); }

  /// Makes the prediction of an ensemble that was trained on data with this schema.
  public static EnsemblePrediction of(Ensemble ensemble, Schema schema) {
    return new EnsemblePrediction(ensemble.members().stream()
        .map(weights -> new Predictor(schema, ensemble.network(), weights, 0)).toList());
  }

  public boolean learnsVariance() { return members.getFirst().learnsVariance(); }

  int size() { return members.size(); }

  TargetUnit unit() { return members.getFirst().unit(); }

  /// Returns the mixture at `x` (n x inputs, scaled), in the form of passes: each member counts as one pass.
  public Predictive predict(Tensor x) { return predict(x, (_, _) -> {}); }

  /// Returns the same, and passes each member with its answer, (n x columns), to `each`; the answer is valid during the
  /// call.
  public Predictive predict(Tensor x, BiConsumer<Predictor, Tensor> each) {
    Predictor first = members.getFirst();
    PassMoments moments = new PassMoments(x.rows(), first.columns(), first.schema().task() == Task.CLASSIFICATION);
    for (Predictor member : members) {
      Tensor answer = member.deterministic(x);
      moments.add(answer);
      if (member.learnsVariance()) moments.addVariances(member::learntVariance);
      each.accept(member, answer);
    }
    return moments.result();
  }

  /// Returns the members' answers at one input row, in the user's unit: (members x columns).
  public Matrix answersAt(Tensor row) {
    List<Tensor> answers = members.stream().map(member -> member.deterministic(row)).toList();
    return Matrix.generate(answers.size(), members.getFirst().columns(),
        (m, c) -> unit().value(answers.get(m).at(0, c)));
  }
}
