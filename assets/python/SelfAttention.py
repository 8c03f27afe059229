class SelfAttention(nn.MultiheadAttention):
    """Every step attends to all; dropout acts on the attention weights."""

    def __init__(self, width, heads, p):
        super().__init__(width, heads, dropout=p, batch_first=True)

    def forward(self, x):
        return super().forward(x, x, x, need_weights=False)[0]
