/// The cards of the methods: what each says, its equations, and the equations typeset as outlines. The cards are
/// Markdown in `assets/cards`, the outlines are in `assets/formulas`. Nothing here draws. Start reading at
/// [dropoutlab.card.Cards].
package dropoutlab.card;

