/// The pictures of the benches: each drawn of what both sides found, with a person's guess upon it. What all of them share
/// stands here, and the figures in the packages below, one package a group. Start reading at
/// [dropoutlab.figure.theory.Showing].
package dropoutlab.figure.theory;
