package dropoutlab.data;

import java.util.List;

/// A loaded data set: what the columns mean, and the examples for training and validation.
///
/// @param validation without examples where nothing is held out
/// @param notes      what was decided in reading them that a person should know, each a sentence
public record DataSet(Schema schema, Examples train, Examples validation, List<String> notes) {
  public DataSet { notes = List.copyOf(notes); }

  public DataSet(Schema schema, Examples train, Examples validation) { this(schema, train, validation, List.of()); }

  DataSet withNotes(List<String> notes) { return new DataSet(schema, train, validation, notes); }

  public boolean holdsOut() { return validation.size() > 0; }

  /// The examples to look at one by one: those that were held out, or where nothing was, those to train on.
  public Examples shown() { return holdsOut() ? validation : train; }

  /// What they are called.
  public String shownAs() { return holdsOut() ? "validation" : "training"; }
}
