package dropoutlab.spec;

/// What is done with words in the inputs of a table: refuse them; make an input of 0 or 1 of each word; or the same,
/// and take a word that the training file did not have for none of them.
public enum Categories { REFUSE, ONE_HOT, ONE_HOT_OR_ZEROS }
