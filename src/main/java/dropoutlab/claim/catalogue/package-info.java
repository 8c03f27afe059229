/// All benches. Start reading at [dropoutlab.claim.catalogue.Benches].
package dropoutlab.claim.catalogue;
