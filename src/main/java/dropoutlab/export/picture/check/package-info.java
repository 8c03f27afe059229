/// What is looked at before a page is used: whether its words are large enough, dark enough, and its lines told apart
/// without their colours. Start reading at [dropoutlab.export.picture.check.Checks].
package dropoutlab.export.picture.check;
