package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.frame.bench.EnsemblePicture.Means;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import dropoutlab.frame.bench.EnsemblePicture.Wall;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// What the wall of thinned networks tells: how many there are, what they say at the cross, and which mean of it masks
/// off is.
record WallTold(Wall of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.wall.title"); }

  @Override public List<String> sentences() {
    return List.of(drawn(), networks(), geometric(), showing.hidden() ? "" : average(),
        of.errors().map(this::wrong).orElse(""),
        Telling.guess(showing, average(of.values())));
  }

  private static double average(Means of) { return of.average().get(0); }

  private String drawn() {
    String all = Numbers.count(of.all()), p = Shown.dropRate(of.p());
    if (of.window().isEmpty()) return Words.of("toldtheory.wall.hand", all, of.networks().units(), p);
    String shown = of.sampled() ? Words.of("toldtheory.wall.some", of.networks().count(), all)
        : Words.of("toldtheory.wall.all", all);
    return Words.of("toldtheory.wall.drawn", shown, of.networks().units(), p, Numbers.brief(of.cross().getFirst()),
        Numbers.brief(of.cross().getLast()));
  }

  private String networks() {
    Networks networks = of.networks();
    double yes = 0;
    for (int i = 0; i < networks.count(); i++) if (networks.said().get(i) > .5) yes += networks.shares().get(i);
    return Words.of("toldtheory.wall.networks", Numbers.reading(networks.said().min()),
        Numbers.reading(networks.said().max()),
        Telling.percent(yes));
  }

  private String geometric() {
    double off = of.values().off().get(0), geometric = of.values().geometric().get(0);
    return Words.of("toldtheory.wall.geometric", Numbers.reading(off), Numbers.reading(geometric),
        Telling.gap(geometric, off));
  }

  private String average() {
    double average = average(of.values()), mean = of.values().mean().get(0);
    return Words.of("toldtheory.wall.average", Numbers.reading(average),
        Telling.than(average, of.values().off().get(0), Words.of("toldtheory.wall.off")),
        Words.count("toldtheory.passes", of.passes()), Numbers.reading(mean), Telling.gap(average, mean));
  }

  private String wrong(Errors errors) {
    int last = errors.passes().cols() - 1;
    double mean = errors.mean().get(last);
    return Words.of("toldtheory.wall.wrong", errors.points(), Telling.percent(errors.off()),
        Numbers.count(errors.passes().get(last)), Telling.percent(mean), Telling.percent(errors.mean().get(0)));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    Means at = of.values();
    table.part(Words.of("toldtheory.wall.numbers"))
        .row(Words.of("toldtheory.wall.mean.geometric"), at.geometric().get(0), at.off().get(0))
        .row(Words.of("toldtheory.wall.mean.average"), Telling.asked(showing, average(at)), Telling.asked(showing,
        at.mean().get(0)));
    PartTable.Part networks = table.part(Words.of("toldtheory.wall.each"));
    for (int i = 0; i < of.networks().count(); i++)
      networks.row(i + 1, kept(i), of.networks().kept(i), of.networks().shares().get(i), of.networks().said().get(i),
          of.networks().drawn().get(i));
    of.window().ifPresent(window -> maps(table.part(Words.of("toldtheory.wall.maps")), window));
    of.errors().ifPresent(errors -> {
      PartTable.Part part = table.part(Words.of("toldtheory.wall.errors"));
      for (int i = 0; i < errors.passes().cols(); i++)
        part.row((long) errors.passes().get(i), errors.mean().get(i), errors.sd().get(i), errors.off());
    });
    return table.table();
  }

  /// The units that a network keeps, by their numbers from 1.
  private String kept(int network) {
    long mask = of.networks().masks().get(network);
    return Words.parted(IntStream.range(0, of.networks().units()).filter(unit -> (mask >> unit & 1) == 1)
        .mapToObj(unit -> Integer.toString(unit + 1)).toList());
  }

  private void maps(PartTable.Part part, Viewport window) {
    Means maps = of.maps();
    for (int cell = 0; cell < maps.off().size(); cell++) {
      double x = (cell % maps.side() + .5) / maps.side(), y = (cell / maps.side() + .5) / maps.side();
      part.row(window.xMin() + x * (window.xMax() - window.xMin()), window.yMin() + y * (window.yMax() - window.yMin()),
          maps.geometric().get(cell), maps.off().get(cell), Telling.asked(showing, maps.average().get(cell)),
          Telling.asked(showing, maps.mean().get(cell)));
    }
  }
}
