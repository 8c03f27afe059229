/// The contract of a layer, and the layers that treat a batch as plain rows: dense, activation, normalisation. A layer
/// states its equation in both modes, and its forward and backward pass stand together. Start reading at
/// [dropoutlab.nn.layer.Layer].
package dropoutlab.nn.layer;

