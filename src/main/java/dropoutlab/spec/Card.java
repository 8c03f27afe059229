package dropoutlab.spec;

/// What a preset tells: what to look at, and what to expect, measured over seeds.
public record Card(String look, String expect) {
  public Card {
    Check.present("look", look);
    Check.present("expect", expect);
  }
}
