package dropoutlab.card;

/// A formula of a card.
///
/// @param latex its source, by which [Formulas] finds its outlines
/// @param note  a few words that stand behind it, or nothing
public record Equation(String latex, String note) {}
