/// Row-major tensors of floats, the kernels that the engine is made of, and its random streams. Nothing here knows
/// what a network is. Each kernel has a plain loop as its reference and gives the same bits at every width of
/// vectors. Start reading at [dropoutlab.math.Tensor], then [dropoutlab.math.MatMul].
package dropoutlab.math;
