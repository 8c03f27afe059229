def least_bound(sizes, share):
    """For each row the bound below which the smallest share of its numbers lies."""
    count = int(share * sizes.shape[1] + 1e-9)
    if count == sizes.shape[1]:
        return torch.full((len(sizes), 1), math.inf)
    return sizes.sort(dim=1).values[:, count:count + 1]
