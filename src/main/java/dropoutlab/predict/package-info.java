/// A trained network that predicts, with masks off or by MC dropout, and the moments, entropies and noise of the
/// passes. Start reading at [dropoutlab.predict.McDropout].
package dropoutlab.predict;

