class StepBatchNorm(nn.BatchNorm1d):
    """Normalises each feature of a sequence over all examples and steps."""

    def forward(self, x):
        return super().forward(x.flatten(0, 1)).view_as(x)
