class Position(nn.Module):
    """Adds sines and cosines of the position to each step."""

    def __init__(self, steps, width):
        super().__init__()
        t, c = torch.arange(steps, dtype=torch.float64).unsqueeze(1), torch.arange(width)
        angle = t / 10_000 ** ((c - c % 2).double() / width)
        self.register_buffer("table", torch.where(c % 2 == 0, angle.sin(), angle.cos()).to(torch.get_default_dtype()), persistent=False)

    def forward(self, x):
        return x + self.table
