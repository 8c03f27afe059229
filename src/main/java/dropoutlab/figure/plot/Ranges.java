package dropoutlab.figure.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The ranges of the axes and colour scales of a figure, by names that only the figure knows. The pictures of a film
/// are drawn on the ranges of them all, so that nothing jumps.
///
/// @param all in the order in which they were added
public record Ranges(Map<String, Range> all) {
  /// Each figure has its own.
  public static final Ranges NONE = new Ranges(Map.of());

  /// @param to at least `from`
  public record Range(double from, double to) {
    Range joined(Range other) { return new Range(Math.min(from, other.from), Math.max(to, other.to)); }
  }

  public Ranges { all = Collections.unmodifiableMap(new LinkedHashMap<>(all)); }

  /// One range; none where it is empty.
  public static Ranges of(String name, Span span) { return span.isEmpty() ? NONE : NONE.with(name, span.min(),
      span.max()); }

  /// A range of the figure itself, grown to the one that is held.
  public Span grown(String name, Span own) {
    Optional<Range> held = of(name);
    return held.isEmpty() ? own : new Span().addAll(held.get().from, held.get().to).addAll(own.isEmpty() ? held.get()
        .from : own.min(),
        own.isEmpty() ? held.get().to : own.max());
  }

  /// The same with one more; an empty one changes nothing.
  public Ranges with(String name, double from, double to) {
    return from <= to ? joined(new Ranges(Map.of(name, new Range(from, to)))) : this;
  }

  /// Those of both, each as wide as it must be for both.
  public Ranges joined(Ranges other) {
    Map<String, Range> joined = new LinkedHashMap<>(all);
    other.all.forEach((name, range) -> joined.merge(name, range, Range::joined));
    return new Ranges(joined);
  }

  public Optional<Range> of(String name) { return Optional.ofNullable(all.get(name)); }

  /// Those of a part of a figure, which were added by [#named].
  public Ranges in(String part) {
    Map<String, Range> its = new LinkedHashMap<>();
    all.forEach((name, range) -> {
      if (name.startsWith(part + "/")) its.put(name.substring(part.length() + 1), range);
    });
    return new Ranges(its);
  }

  /// The same as those of a part of a figure.
  public Ranges named(String part) {
    Map<String, Range> named = new LinkedHashMap<>();
    all.forEach((name, range) -> named.put(part + "/" + name, range));
    return new Ranges(named);
  }

  /// The upper end of a range, where it is held; else that of the figure itself.
  public double top(String name, double own) { return of(name).map(range -> Math.max(own, range.to)).orElse(own); }

  /// The lower end of a range, where it is held; else that of the figure itself.
  public double bottom(String name, double own) { return of(name).map(range -> Math.min(own, range.from)).orElse(own); }
}
