/// A network of layers, its loss, its optimiser and its regularisers, and how it is put together from a spec. Layers
/// themselves live in the packages below. Start reading at [dropoutlab.nn.Network].
package dropoutlab.nn;
