/// The benches about what units learn under dropout. Each class is one bench; start reading at any.
package dropoutlab.claim.features;
