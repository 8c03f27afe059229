/// The benches about the thinned networks that dropout averages. Each class is one bench; start reading at any.
package dropoutlab.claim.ensemble;
