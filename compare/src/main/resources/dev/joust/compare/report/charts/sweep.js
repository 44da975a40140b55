// A metric for each value of a sweep: a line per arm, and bars from end to end of each interval.
const sweep = (chart, tone, width, hidden) => {
  const curves = chart.curves.filter((curve) => !hidden.has(curve.arm));
  const series = curves.flatMap((curve) => {
    const color = armColour(tone, curve.arm);
    const points = chart.values.flatMap((x, i) => (curve.figures[i] ? [[x, curve.figures[i]]] : []));
    const bars = points.flatMap(([x, figure]) => (
      figure.decides && figure.low !== null && figure.high !== null ? [[x, figure.low], [x, figure.high], null] : []));
    return [{
      name: curve.arm, type: 'line', symbol: armSymbol(curve.arm), symbolSize: 7,
      lineStyle: { color, width: 2 }, itemStyle: { color }, data: points.map(([x, figure]) => [x, figure.value]),
    }, {
      name: curve.arm, type: 'line', symbol: 'none', silent: true, connectNulls: false,
      lineStyle: { color, width: 5, opacity: 0.35 }, itemStyle: { color },
      data: bars.map((point) => point ?? ['-', '-']),
    }];
  });
  const values = curves.flatMap((curve) => curve.figures.flatMap((figure) => (
    figure ? [figure.value, figure.low ?? figure.value, figure.high ?? figure.value] : [])));
  const above = legend(tone, curves.map((curve) => curve.arm), width);
  return {
    ...base(tone),
    grid: { left: 8, right: 24, top: above.height, bottom: 36, containLabel: true },
    legend: above.option,
    tooltip: {
      ...base(tone).tooltip,
      formatter: (p) => span(`${p.seriesName}, ${chart.parameter} ${number(p.value[0])}: ${number(p.value[1])}`),
    },
    xAxis: xAxis(chart.parameter, chart.values, tone),
    yAxis: yAxis(values, tone),
    series,
  };
};

for (const chart of report?.sweeps ?? []) {
  if (chart.curves.some((curve) => curve.figures.some((figure) => figure))) register(chart.id, chart, sweep);
}
