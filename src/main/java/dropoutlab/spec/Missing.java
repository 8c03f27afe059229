package dropoutlab.spec;

/// How missing values of a table are treated: the table is refused, the rows are left out, or the gaps of an input are
/// filled with the mean of its training rows.
public enum Missing { REFUSE, DROP, MEAN }
