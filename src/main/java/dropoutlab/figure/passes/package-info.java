/// What the passes of MC dropout say: bands, maps, histograms, convergence, voters. Start reading at
/// [dropoutlab.figure.passes.LineFigure].
package dropoutlab.figure.passes;

