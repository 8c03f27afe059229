/// The benches about means and variances that layers see. Each class is one bench; start reading at any.
package dropoutlab.claim.moments;
