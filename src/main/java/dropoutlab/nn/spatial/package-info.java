/// Layers on maps (channels x rows x columns): convolution, pooling and the dropout made for them.
package dropoutlab.nn.spatial;

