class DropBlock(nn.Module):
    """Drops square blocks of each map, and scales what an example keeps to the sum of the whole."""

    def __init__(self, p, block):
        super().__init__()
        self.p, self.block = p, block

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        examples, maps, rows, cols = x.shape
        free_rows, free_cols = rows - self.block + 1, cols - self.block + 1
        gamma = self.p / self.block ** 2 * rows * cols / (free_rows * free_cols)
        seeds = torch.bernoulli(torch.full((examples, maps, free_rows, free_cols), gamma))
        dropped = functional.max_pool2d(functional.pad(seeds, (self.block - 1,) * 4), self.block, stride=1)
        kept = 1 - dropped
        left = kept.flatten(1).sum(1)
        scale = torch.where(left > 0, maps * rows * cols / left.clamp(min=1), torch.zeros_like(left))
        return x * kept * scale.view(-1, 1, 1, 1)
