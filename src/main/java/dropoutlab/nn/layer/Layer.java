package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// A differentiable function of a batch. Each layer owns its output and gradient buffers and reuses them: the tensors
/// that `forward` and `backward` return are valid until the next call of the same method.
///
/// What a layer remembers from one step to the next is its parameters, its buffers and the place of its random stream,
/// and nothing else: these are saved with a training, so that it goes on with the same bits.
public interface Layer {
  /// Computes the output. `x` is (batch x in), is not modified, and must stay unchanged until `backward`. Returns
  /// (batch x out).
  Tensor forward(Tensor x, Mode mode);

  /// Computes the gradients. `dOut` is (batch x out), the gradient of the loss by the last output, and is not modified.
  /// Overwrites the gradients of the parameters and returns the gradient by the last input, (batch x in).
  Tensor backward(Tensor dOut);

  /// Computes the gradients of the parameters only, for the first layer of a network, where the gradient by the data is
  /// not needed. `dOut` is that of [#backward].
  default void gradients(Tensor dOut) { backward(dOut); }

  /// Returns the tensors that are trained, always in the same order.
  default List<Parameter> parameters() { return List.of(); }

  /// Returns those of the parameters that are drop rates or noise strengths and not weights.
  default List<Parameter> learntRates() { return List.of(); }

  /// Returns the tensors that are kept with the parameters but not trained (running statistics), always in the same
  /// order.
  default List<Tensor> buffers() { return List.of(); }

  /// Returns the drop rates that a schedule scales: the rates that were set, those of inner layers included, without
  /// the rates that are learnt.
  default List<DropRate> dropRates() { return List.of(); }

  /// Throws an [IllegalArgumentException] if a buffer holds an impossible value.
  default void checkBuffers() {}

  /// Draws the first weights from `stream`; a layer without weights draws nothing.
  default void initialise(Initialisation initialisation, RandomStream stream) {}

  /// Draws the masks that `HELD` passes use from now on; a layer without masks draws nothing. A mask that the backward
  /// pass of an earlier forward pass may still need must not be overwritten.
  default void holdNewMask() {}

  /// Returns whether passes with dropout on may give different outputs for the same input.
  boolean isRandom();

  /// Returns a view of what this layer did to the last batch.
  LayerView view(Passage passed);

  /// Returns a layer on the same parameters and buffers, with working memory of its own. It is for inference only and
  /// may have no random stream.
  Layer sharing();
}
