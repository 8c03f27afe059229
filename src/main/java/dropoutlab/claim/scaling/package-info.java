/// The benches about what dropout multiplies by, in both directions. Each class is one bench; start reading at any.
package dropoutlab.claim.scaling;
