/// Dropout beside normalisation: what happens to the variance of each layer between training and inference. Start
/// reading at [dropoutlab.figure.variant.norm.NormView].
package dropoutlab.figure.variant.norm;

