/// What stands beside dropout, on the same data: penalties, limits, early stopping, soft labels and changed examples.
/// Start reading at [dropoutlab.figure.variant.beside.BesideView].
package dropoutlab.figure.variant.beside;

