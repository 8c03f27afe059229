package dropoutlab.spec;

/// How words in the inputs of a table are treated: refused; turned into one input of 0 or 1 per word; or turned into
/// such inputs, which are all 0 for a word that the training file did not have.
public enum Categories { REFUSE, ONE_HOT, ONE_HOT_OR_ZEROS }
