/// The card of a method as a drawing: its equations, with the line of the present half-step lit. Start reading at
/// [dropoutlab.figure.card.EquationsFigure].
package dropoutlab.figure.card;

