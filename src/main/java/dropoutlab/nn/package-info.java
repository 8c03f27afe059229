/// A network of layers, its loss, its optimiser and its regularisers. The layers live in the packages below, which also
/// build a network from its spec. Start reading at [dropoutlab.nn.Network].
package dropoutlab.nn;

