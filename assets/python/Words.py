class Words(nn.Embedding):
    """A vector for each word; word types are dropped, with one mask per sequence."""

    def __init__(self, vocabulary, width, p):
        super().__init__(vocabulary, width)
        self.p = p

    def forward(self, x):
        words = x.long()
        y = super().forward(words)
        if not self.training or self.p == 0:
            return y
        kept = torch.bernoulli(torch.full((len(x), self.num_embeddings), 1 - self.p)) / (1 - self.p)
        return y * kept.gather(1, words).unsqueeze(2)
