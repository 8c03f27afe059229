/// The Variants workspace: the family of dropout methods, two at a time, each on the architecture that it was made for.
/// Start reading at [dropoutlab.ui.variants.VariantsWorkspace]; what is compared, and how it is looked at, stands in
/// [dropoutlab.ui.variants.Comparison].
package dropoutlab.ui.variants;

