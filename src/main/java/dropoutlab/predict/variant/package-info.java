/// What methods of dropout do to a network, measured: variances by layer, shares that were really dropped, memories, sums.
/// The closed forms to compare with are in [dropoutlab.theory]. Start reading at
/// [dropoutlab.predict.variant.VarianceShift].
package dropoutlab.predict.variant;
