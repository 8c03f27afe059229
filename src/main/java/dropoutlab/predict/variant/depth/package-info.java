/// What is measured of methods on blocks and in transformer blocks: effective depth, sums of attention rows, pruned blocks. Start reading at
/// [dropoutlab.predict.variant.depth.LayersMeasured].
package dropoutlab.predict.variant.depth;
