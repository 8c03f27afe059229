/// The pictures of methods that drop units or weights of a dense network: the thinned network of one example, and
/// beside it the masks of the batch, the units by their norms, or the weights of a layer. Start reading at
/// [dropoutlab.figure.variant.units.DenseView].
package dropoutlab.figure.variant.units;

