/// Layers that contain others and may skip them: residual blocks with stochastic depth, and LayerDrop.
package dropoutlab.nn.depth;

