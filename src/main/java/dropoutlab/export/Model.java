package dropoutlab.export;

import dropoutlab.data.Schema;
import dropoutlab.frame.Weights;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.NetworkSpec;

/// A trained network and all that is needed to predict with it.
///
/// @param seed    the experiment's, from which predictions draw their masks unless another is asked for
/// @param noiseSd τ^-1/2 in the target's units; null for classes
public record Model(String title, long seed, NetworkSpec network, Schema schema, Double noiseSd, Weights weights) {
  public Predictor predictor(long seed) {
    return new Predictor(schema, network, weights, seed);
  }
}
