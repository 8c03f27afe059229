package dropoutlab.spec;

/// What is done with the values that a table lacks: refuse the table, leave the rows out, or fill the gaps of an input
/// with the mean of its training rows.
public enum Missing { REFUSE, DROP, MEAN }
