/// Figures as files: pages with a size and a look, and what each format makes of them. Each file carries a recipe, which is
/// text here. Start reading at [dropoutlab.export.picture.Sheet].
package dropoutlab.export.picture;
