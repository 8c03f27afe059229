/// What training shows: losses, decision maps, curves, features, confusion. Start reading at
/// [dropoutlab.figure.learned.LossFigure].
package dropoutlab.figure.learned;

