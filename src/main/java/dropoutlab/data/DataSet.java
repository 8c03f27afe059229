package dropoutlab.data;

/// A loaded data set: what the columns mean, and the examples for training and validation.
public record DataSet(Schema schema, Examples train, Examples validation) {}
