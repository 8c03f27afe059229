/// The figures of the benches of the group moments. Start reading at [dropoutlab.figure.theory.moments.MomentsFigures].
package dropoutlab.figure.theory.moments;
