// The interpreter lock beside CPython's: CPython solid, Java dashed.
const lineType = (arm) => (arm === 'CPython' ? 'solid' : 'dashed');
const lockChart = (tone, series, x, y, width) => {
  const axis = (name, nameGap) => ({
    type: 'value', name, nameLocation: 'middle', nameGap, nameTextStyle: { color: tone.soft },
    axisLabel: { color: tone.soft, hideOverlap: true }, splitLine: { lineStyle: { color: tone.grid } },
  });
  const above = legend(tone, series.map((line) => line.name), width);
  return {
    ...base(tone),
    grid: { left: 36, right: 24, top: above.height, bottom: 36, containLabel: true },
    legend: above.option, xAxis: axis(x, 28), yAxis: axis(y, 40), series,
  };
};
const slices = (data, tone, width) => lockChart(
  tone,
  data.map((histogram) => {
    const color = tone.arms[histogram.threads === 2 ? 0 : 1];
    return {
      name: `${histogram.arm}, ${histogram.threads} threads`, type: 'line', step: 'start', symbol: 'none',
      lineStyle: { color, width: 2, type: lineType(histogram.arm) }, itemStyle: { color },
      data: [[0, 0], ...histogram.shares.map((share, bin) => [(bin + 1) * histogram.binMillis, 100 * share])],
    };
  }),
  'length, ms', 'share, %', width);
const overshoot = (data, tone, width) => lockChart(
  tone,
  data.map((curve, i) => ({
    name: curve.arm, type: 'line', symbol: i ? 'rect' : 'circle', symbolSize: i ? 7 : 11,
    lineStyle: { color: tone.arms[i], width: 2, type: lineType(curve.arm) }, itemStyle: { color: tone.arms[i] },
    data: curve.points.map((point) => [point.intervalMillis, point.overshootMillis]),
  })),
  'switch interval, ms', 'overshoot, ms', width);

if (fidelity) {
  register('fidelity-slices', fidelity.slices, slices);
  register('fidelity-overshoot', fidelity.overshoots, overshoot);
}
