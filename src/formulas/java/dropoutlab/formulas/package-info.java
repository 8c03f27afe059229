/// Typesets the formulas of the cards. Not part of the program: what it writes is committed under `assets/formulas`.
/// Start reading at [dropoutlab.formulas.Typesetter].
package dropoutlab.formulas;
