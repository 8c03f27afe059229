package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Quartiles;
import java.util.ArrayList;
import java.util.List;

/// The partner in the panel of values: grey and dashed.
record PartnerMarks(ValuePanel panel) {
  /// Of one run for all columns: its median dashed across them, its middle half a pale band.
  void drawAcross(Pen pen, Theme theme, Series series, Quartiles shared) {
    if (shared.n() == 0) return;
    ColumnAxis axis = panel.axis();
    drawBand(pen, theme, shared);
    if (Double.isFinite(shared.median())) {
      double y = panel.scale().px(shared.median());
      pen.stroke(theme.muted(), 1.6, SweepColours.TWIN);
      pen.line(axis.from(), y, axis.to(), y);
    }
    if (series.apart()) mark(theme).draw(pen, theme, axis.apartSlot().ring(), shared);
  }

  private void drawBand(Pen pen, Theme theme, Quartiles shared) {
    if (!Double.isFinite(shared.low()) || shared.n() < 2) return;
    ColumnAxis axis = panel.axis();
    double low = panel.scale().px(shared.low());
    double high = Double.isFinite(shared.high()) ? panel.scale().px(shared.high()) : panel.scale().main().toPx();
    pen.fill(SweepColours.band(theme));
    pen.fillRect(axis.from(), Math.min(low, high), axis.to() - axis.from(), Math.abs(high - low));
    pen.stroke(theme.muted(), .8, 1.2, 2.6);
    pen.line(axis.from(), low, axis.to(), low);
    pen.line(axis.from(), high, axis.to(), high);
  }

  private MedianMark mark(Theme theme) {
    return new MedianMark(panel.scale(), 0, theme.muted(), true, panel.axis().ring());
  }

  /// Of a run for each column: beside the column's own median.
  void drawBeside(Pen pen, Theme theme, Series series) {
    List<double[]> medians = new ArrayList<>();
    for (int i = 0; i < series.columns().size(); i++) {
      Quartiles quartiles = SweepView.quartiles(series.columns().get(i).partners());
      double x = panel.slot(series, i).partner();
      if (quartiles.n() > 0 && Double.isFinite(quartiles.median()))
        medians.add(new double[] {x, panel.scale().px(quartiles.median())});
    }
    if (panel.axis().joined() && medians.size() > 1) {
      pen.stroke(theme.muted(), 1.5, SweepColours.TWIN);
      pen.polyline(medians.stream().mapToDouble(each -> each[0]).toArray(),
          medians.stream().mapToDouble(each -> each[1]).toArray(), medians.size());
    }
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    for (int i = 0; i < series.columns().size(); i++)
      if (!panel.view().isOwn(series.columns().get(i))) mark(theme).draw(pen, theme, panel.slot(series, i).partner(),
          SweepView.quartiles(series.columns().get(i).partners()));
  }
}
