package dropoutlab.frame;

/// What was found for a question, from whose weights: latest value wins.
///
/// @param draft whether it was found with less effort than the question asks for; the whole answer follows
public record Answer(long run, int epoch, Query question, boolean draft, Result finding) {}
