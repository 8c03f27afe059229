/// A network as a drawing: units, edges, masks, and the chain of layers of a body. Start reading at
/// [dropoutlab.figure.network.NetworkFigure].
package dropoutlab.figure.network;

