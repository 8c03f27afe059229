/// What methods of dropout do to a network, measured: variances by layer, the share
/// that is really dropped, how long a recurrent layer remembers, the sums of the rows of attention.
/// The closed forms to compare with are in [dropoutlab.theory]. Start reading at
/// [dropoutlab.predict.variant.VarianceShift].
package dropoutlab.predict.variant;

