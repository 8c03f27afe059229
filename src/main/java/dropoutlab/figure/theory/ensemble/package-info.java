/// The figures of the benches of the group ensemble. Start reading at [dropoutlab.figure.theory.ensemble.EnsembleFigures].
package dropoutlab.figure.theory.ensemble;
