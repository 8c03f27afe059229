/// What every layer is, and the ones that need no neighbours: dense, activation, normalisation. A layer states its
/// equation in both modes, and its forward and backward pass stand together. Start reading at
/// [dropoutlab.nn.layer.Layer].
package dropoutlab.nn.layer;
