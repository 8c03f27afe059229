/// The benches about what the spread of the passes means. Each class is one bench; start reading at any.
package dropoutlab.claim.uncertainty;
