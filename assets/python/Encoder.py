class Encoder(nn.Module):
    """A transformer encoder block with drop rates of its own for attention, feed-forward part, branches and the block."""

    def __init__(self, width, heads, inside, attention, feed, residual, layer, pre_norm):
        super().__init__()
        self.pre_norm, self.p_layer = pre_norm, layer
        self.attention = SelfAttention(width, heads, attention)
        self.first_norm = nn.LayerNorm(width)
        self.feed = nn.Sequential(nn.Linear(width, inside), nn.ReLU(), nn.Dropout(feed), nn.Linear(inside, width))
        self.second_norm = nn.LayerNorm(width)
        self.first_drop, self.second_drop = nn.Dropout(residual), nn.Dropout(residual)

    def forward(self, x):
        if self.training and self.p_layer > 0 and torch.rand(()) < self.p_layer:
            return x
        if self.pre_norm:
            middle = x + self.first_drop(self.attention(self.first_norm(x)))
            return middle + self.second_drop(self.feed(self.second_norm(middle)))
        middle = self.first_norm(x + self.first_drop(self.attention(x)))
        return self.second_norm(middle + self.second_drop(self.feed(middle)))
