package dropoutlab.nn.layer;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// A differentiable function of a batch. Each layer owns its output and gradient buffers and reuses them: what
/// `forward` and `backward` return is valid until their next call.
public interface Layer {
  /// `x` is (batch x in), not modified, and must stay unchanged until `backward`. Returns (batch x out).
  Tensor forward(Tensor x, Mode mode);

  /// `dOut` is (batch x out): the gradient of the loss by the last output; not modified. Fills the parameters'
  /// gradients (overwriting them) and returns the gradient by the last input, (batch x in).
  Tensor backward(Tensor dOut);

  /// As [#backward] for a network's first layer, where nobody asks for the gradient by the data.
  default void gradients(Tensor dOut) { backward(dOut); }

  /// What is trained, always in the same order.
  default List<Parameter> parameters() { return List.of(); }

  /// Those of the parameters that are no weights, but how much is dropped.
  default List<Parameter> learntRates() { return List.of(); }

  /// What is kept with the parameters but not trained (running statistics), always in the same order.
  default List<Tensor> buffers() { return List.of(); }

  /// The drop rates that are set, those of layers inside included: what a schedule scales. A rate that is learnt is
  /// none of them.
  default List<DropRate> dropRates() { return List.of(); }

  /// Refuses buffers that hold what cannot be, with an [IllegalArgumentException].
  default void checkBuffers() {}

  /// Draws the first weights from `stream`; layers without weights draw nothing.
  default void initialise(Initialisation initialisation, RandomStream stream) {}

  /// Draws the masks that `HELD` passes use from now on; layers without masks draw nothing. A mask that the backward
  /// pass of an earlier forward pass may still need must not be overwritten.
  default void holdNewMask() {}

  /// A layer on the same parameters and buffers, with working memory of its own, for inference only: it need not have a
  /// random stream.
  Layer sharing();
}
