package dropoutlab.claim;

import java.util.List;

/// What a person can change on a bench. Its label stands on the bench's card, under its id; so do the texts of options.
public sealed interface Control {
  String id();

  /// What it begins with.
  List<Double> initial();

  /// A drop rate, in [0, most].
  record Rate(String id, double start, double most) implements Control {
    /// The slider's end: p = 1 leaves nothing.
    public static final double MOST = .95;

    /// The drop rate of a bench, named p.
    public static Rate p(double start) { return new Rate("p", start, MOST); }

    @Override public List<Double> initial() { return List.of(start); }
  }

  /// A whole number.
  record Count(String id, int least, int most, int start) implements Control {
    @Override public List<Double> initial() { return List.of((double) start); }
  }

  /// How far the bench's own clock has run: passes, masks or steps, from `least` to `most`. Play lets it run.
  record Clock(String id, int least, int most, int start) implements Control {
    @Override public List<Double> initial() { return List.of((double) start); }
  }

  /// Numbers that are dragged or typed: one, a vector, or a matrix row by row.
  ///
  /// @param columns of the matrix; for a vector as many as it has numbers
  record Numbers(String id, double least, double most, double step, int columns, List<Double> initial) implements Control {
    public Numbers { initial = List.copyOf(initial); }

    public static Numbers one(String id, double least, double most, double step, double start) {
      return new Numbers(id, least, most, step, 1, List.of(start));
    }

    public static Numbers vector(String id, double least, double most, double step, Double... start) {
      return new Numbers(id, least, most, step, start.length, List.of(start));
    }
  }

  /// One of a few.
  ///
  /// @param options as they are named on the command line
  record Choice(String id, List<String> options, int start) implements Control {
    public Choice { options = List.copyOf(options); }

    public static Choice of(String id, String... options) { return new Choice(id, List.of(options), 0); }

    @Override public List<Double> initial() { return List.of((double) start); }
  }

  /// A file of a person's own, which the bench does without by default.
  record File(String id) implements Control {
    @Override public List<Double> initial() { return List.of(); }
  }
}
