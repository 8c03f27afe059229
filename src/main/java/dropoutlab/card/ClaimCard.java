package dropoutlab.card;

import dropoutlab.card.MethodCard.Said;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// What the program says about a bench: all texts that do not depend on its settings.
///
/// @param id       its file's name without the ending
/// @param name     what it is called in the list of benches
/// @param unit     what its clock counts, in the plural; empty for a bench without a clock
/// @param source   who published it, with the year
/// @param claim    in one sentence
/// @param controls the texts of its controls, by their ids
/// @param options  what a person chooses from when asked; empty where numbers are asked for
/// @param why      the title over the formulas
/// @param note     what explains the formulas
/// @param said     what is often said wrongly, and what is right; none is invented
/// @param notShown what this does not show
public record ClaimCard(String id, String name, String unit, String source, Prose claim,
                        SortedMap<String, ControlText> controls, List<String> options, String why,
                        List<Equation> formulas, Optional<Prose> note, List<Said> said, Prose notShown) {
  public ClaimCard {
    controls = Collections.unmodifiableSortedMap(controls);
    options = List.copyOf(options);
    formulas = List.copyOf(formulas);
    said = List.copyOf(said);
  }

  /// @param options the texts of a choice, in its order; else empty
  public record ControlText(String label, List<String> options) {
    public ControlText { options = List.copyOf(options); }
  }

  /// Throws an [IllegalArgumentException] for a control of which the card says nothing.
  public ControlText control(String control) {
    ControlText text = controls.get(control);
    if (text == null) throw new IllegalArgumentException("The card " + id + " does not name the control " + control);
    return text;
  }
}
