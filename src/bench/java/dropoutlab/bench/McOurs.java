package dropoutlab.bench;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// MC dropout as the window and the command line use it: from inputs to the moments of all passes.
final class McOurs {
  private final Predictor predictor;
  private final Tensor x;

  McOurs(Work work) {
    NetworkSpec spec = OurSpecs.of(work.architecture());
    Network network = new Network(spec, work.architecture().inputs(), work.outputs(),
        layer -> RandomStream.of(1, RandomStream.Purpose.MASKS, layer));
    network.initialise(spec, 1);
    predictor = new Predictor(schema(work), spec, network.weights(), 1);
    x = work.x(Work.MC_INPUTS);
  }

  private static Schema schema(Work work) {
    int inputs = work.architecture().inputs().size();
    List<String> classes = work.regression() ? List.of()
        : Collections.nCopies(work.outputs(), "class");
    return new Schema(work.regression() ? Task.REGRESSION : Task.CLASSIFICATION,
        Collections.nCopies(inputs, "x"), "y", classes, unscaled(inputs),
        unscaled(work.regression() ? work.outputs() : 0), Optional.empty());
  }

  private static Scaling unscaled(int columns) {
    return new Scaling(Collections.nCopies(columns, 0.0), Collections.nCopies(columns, 1.0));
  }

  Object passes(int passes, boolean held) { return McDropout.predict(predictor, x, passes, held); }
}
