/// A trained network that predicts: with masks off, and by MC dropout, with the moments, entropies and noise of the
/// passes. Start reading at [dropoutlab.predict.McDropout].
package dropoutlab.predict;
