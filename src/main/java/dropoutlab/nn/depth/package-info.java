/// Layers that hold others and may leave them out: residual blocks and stochastic depth.
package dropoutlab.nn.depth;
