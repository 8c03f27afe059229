/// Row-major tensors of floats, the kernels of the engine, and its random streams. Nothing here knows what a network
/// is. Each kernel has a plain loop as its reference and computes the same bits at every vector width. Start reading at
/// [dropoutlab.math.Tensor], then [dropoutlab.math.MatMul].
package dropoutlab.math;

