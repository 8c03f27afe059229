package dropoutlab.sweep.work;

import dropoutlab.data.DataSet;
import dropoutlab.nn.Loss;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.spec.Experiment;

/// How much there is to compute in a run, against the other runs of its sweep: from the time of a few runs follows that
/// of all, also where the axis changes epochs, examples or units.
public final class Work {
  /// A step goes forward, and back to the inputs and to the weights.
  private static final int STEP = 3;

  private Work() {}

  /// Returns examples times numbers: for each example of an epoch's steps and of its evaluation, the numbers that are
  /// learnt and those that hold what passes through the layers.
  public static double of(Experiment experiment, DataSet data) {
    Loss loss = Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
    NetworkSize size = NetworkSize.of(experiment.network(), data.schema().shape(), loss.outputs(data.schema().outputs()));
    double numbers = size.parts().stream().mapToDouble(part -> part.learnt() + part.training()).sum();
    double examples = (STEP + 1.0) * data.train().size() + data.validation().size();
    return Math.max(1, experiment.training().epochs()) * examples * numbers;
  }
}
