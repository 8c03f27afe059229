package dropoutlab.nn;

import dropoutlab.math.Tensor;
import java.util.List;

/// A differentiable function of a batch. Each layer owns its output and gradient buffers and reuses them: what
/// `forward` and `backward` return is valid until their next call.
sealed interface Layer permits Dense, Activate, Dropout {
  /// `x` is (batch x in), not modified, and must stay unchanged until `backward`. Returns (batch x out).
  Tensor forward(Tensor x, Mode mode);

  /// `dOut` is (batch x out): the gradient of the loss by the last output; not modified. Fills the parameters'
  /// gradients (overwriting them) and returns the gradient by the last input, (batch x in).
  Tensor backward(Tensor dOut);

  List<Parameter> parameters();
}
