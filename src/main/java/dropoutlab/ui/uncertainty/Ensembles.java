package dropoutlab.ui.uncertainty;
import dropoutlab.data.DataSet;
import dropoutlab.frame.Ensemble;
import dropoutlab.spec.Experiment;
import java.util.Optional;
final class Ensembles {
  static Optional<Ensemble> train(Experiment e, DataSet d, int n, java.util.function.DoubleConsumer done, java.util.function.BooleanSupplier stopped) {
    return Optional.empty();
  }
}
