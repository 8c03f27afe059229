package dropoutlab.frame;

/// What was found for a question, from whose weights: latest value wins.
public record Answer(long run, int epoch, Question question, Finding finding) {}
