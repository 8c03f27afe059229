class Features(nn.Module):
    """Drops whole features of a sequence: the same ones in all its steps."""

    def __init__(self, dropout):
        super().__init__()
        self.over_steps = dropout

    def forward(self, x):
        return self.over_steps(x.transpose(1, 2)).transpose(1, 2)
