def shifted(x, rows, cols, most, paper):
    """Every image, moved by up to so many pixels; paper comes in."""
    y = torch.full_like(x, paper).view(-1, rows, cols)
    for to, image in zip(y, x.view(-1, rows, cols)):
        dx, dy = (int(each) for each in torch.randint(-most, most + 1, (2,)))
        to[max(0, dy):rows + dy, max(0, dx):cols + dx] = image[max(0, -dy):rows - dy, max(0, -dx):cols - dx]
    return y.view_as(x)


def cut_out(x, rows, cols, side, paper):
    """A square of paper in every image, its centre anywhere."""
    y = x.clone().view(-1, rows, cols)
    for image in y:
        left, top = int(torch.randint(cols, ())) - side // 2, int(torch.randint(rows, ())) - side // 2
        image[max(0, top):max(0, top + side), max(0, left):max(0, left + side)] = paper
    return y.view_as(x)


def erased(x, rows, cols, probability, paper, ink):
    """A rectangle of noise in some of the images."""
    y = x.clone().view(-1, rows, cols)
    for image in y:
        for _ in range(100 if torch.rand(()) < probability else 0):
            area = rows * cols * (0.02 + 0.38 * float(torch.rand(())))
            aspect = 0.3 + (1 / 0.3 - 0.3) * float(torch.rand(()))
            height, width = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if height > rows or width > cols:
                continue
            top, left = int(torch.randint(rows - height + 1, ())), int(torch.randint(cols - width + 1, ()))
            image[top:top + height, left:left + width] = paper + (ink - paper) * torch.rand(height, width)
            break
    return y.view_as(x)
