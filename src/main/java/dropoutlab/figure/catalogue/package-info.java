/// Which figures there are, what each needs, and how it is asked for and drawn. Start reading at
/// [dropoutlab.figure.catalogue.FigureKind].
package dropoutlab.figure.catalogue;

