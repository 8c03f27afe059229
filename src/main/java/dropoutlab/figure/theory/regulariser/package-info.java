/// The figures of the benches of the group regulariser. Start reading at [dropoutlab.figure.theory.regulariser.RegulariserFigures].
package dropoutlab.figure.theory.regulariser;
