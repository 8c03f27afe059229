package dropoutlab.spec;

/// The card of a preset: what to look at, and what to expect, as measured over several seeds.
public record Card(String look, String expect) {
  public Card {
    Check.present("look", look);
    Check.present("expect", expect);
  }
}
