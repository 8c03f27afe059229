/// The benches about the penalty that dropout is. Each class is one bench; start reading at any.
package dropoutlab.claim.regulariser;
