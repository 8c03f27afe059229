package dropoutlab.card;

/// A card cannot be read. The message names the file and the line, and says what to do.
public final class CardException extends IllegalArgumentException {
  CardException(String message) { super(message); }
}
