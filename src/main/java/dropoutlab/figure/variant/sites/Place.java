package dropoutlab.figure.variant.sites;

import dropoutlab.figure.variant.Site;
import dropoutlab.words.Words;

/// A place of dropout of a transformer, with one row for each word of an example.
///
/// @param site  its number is -1 where neither of the two networks drops anything
/// @param heads how many heads look, for attention; else 1
/// @param steps how many words there are
/// @param width how many values a word has here; for attention, how many words it looks at
record Place(Kind kind, Site site, int heads, int steps, int width) {
  enum Kind { EMBEDDING, ATTENTION, AFTER_ATTENTION, FEED_FORWARD, AFTER_FEED_FORWARD }

  /// What it is called.
  String name() { return Words.name("depth.place", kind); }

  boolean isUsed() { return site.number() >= 0; }

  boolean isAttention() { return kind == Kind.ATTENTION; }

  /// Returns the index of a value in the example's row.
  int index(int head, int word, int column) { return (head * steps + word) * width + column; }

  int wordOf(int index) { return index / width % steps; }

  double before(int example, int index) { return site.read(example, index).before(); }

  double after(int example, int index) { return before(example, index) * site.factor(example, index); }

  /// Returns how many values of one head were kept; without heads, of the whole example.
  int kept(int example, int head) {
    int kept = 0;
    for (int i = 0; i < size(); i++) if (!site.isDropped(example, index(head, 0, 0) + i)) kept++;
    return kept;
  }

  /// How many values one head has; without heads, how many all words have.
  int size() { return steps * width; }

  /// Returns the size of the largest value before dropout, 0 without any.
  double largest(int example) {
    double largest = 0;
    for (int i = 0; i < site.size(); i++) largest = Math.max(largest, Math.abs(before(example, i)));
    return largest;
  }

  /// Returns the sum of the weights with which a word looks at all words.
  double rowSum(int example, int head, int word) {
    double sum = 0;
    for (int key = 0; key < width; key++) sum += after(example, index(head, word, key));
    return sum;
  }
}
