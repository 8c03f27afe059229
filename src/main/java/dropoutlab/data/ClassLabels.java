package dropoutlab.data;

import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The labels of classes and their order: by value if all labels are numbers, else alphabetical.
final class ClassLabels {
  static final int MAX_CLASSES = 100;

  private ClassLabels() {}

  /// Returns the labels that occur, sorted. Throws a [DataException] if there are too many for classes.
  ///
  /// @param name the name of the data in an error
  static List<String> of(Collection<String> labels, String name) {
    boolean numbers = labels.stream().allMatch(Decimal.POINT::isNumber);
    Set<String> distinct = new LinkedHashSet<>();
    for (String label : labels) {
      distinct.add(numbers ? Decimal.POINT.canonical(label) : label);
      if (distinct.size() > MAX_CLASSES)
        throw new DataException(Words.of("data.classes.too_many", name, MAX_CLASSES));
    }
    if (distinct.size() < 2)
      throw new DataException(Words.of("data.classes.one", name, InputFiles.quoted(distinct.iterator().next())));
    List<String> sorted = new ArrayList<>(distinct);
    sorted.sort(numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder());
    return List.copyOf(sorted);
  }

  /// Returns the index of the class that `label` names, or -1.
  ///
  /// @param decimal the decimal sign with which a label that is a number is read
  static int index(List<String> classes, String label, Decimal decimal) {
    int exact = classes.indexOf(label);
    return exact >= 0 ? exact : classes.indexOf(decimal.canonical(label));
  }
}
