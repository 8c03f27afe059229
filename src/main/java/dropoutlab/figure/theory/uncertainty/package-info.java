/// The figures of the benches of the group uncertainty. Start reading at [dropoutlab.figure.theory.uncertainty.UncertaintyFigures].
package dropoutlab.figure.theory.uncertainty;
