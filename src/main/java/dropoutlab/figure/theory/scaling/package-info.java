/// The figures of the benches of the group scaling. Start reading at [dropoutlab.figure.theory.scaling.ScalingFigures].
package dropoutlab.figure.theory.scaling;
