/// The places of dropout of a transformer encoder block, in one picture. Start reading at
/// [dropoutlab.figure.variant.sites.SitesView].
package dropoutlab.figure.variant.sites;

