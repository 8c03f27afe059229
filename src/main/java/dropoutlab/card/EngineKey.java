package dropoutlab.card;

/// A place of an experiment that switches a method on: a `part` (the type of a dropout method, of a layer or of an
/// optimiser, or a part of the training), and which of its keys, or which value of one, is meant. It is written
/// `part/choice`; a type that is the method by itself has no choice.
public record EngineKey(String part, String choice) {
  static EngineKey of(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? new EngineKey(text, "") : new EngineKey(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override public String toString() { return choice.isEmpty() ? part : part + "/" + choice; }
}
