// A metric for each value of a sweep: a line per arm, bars from end to end of each interval, and the crossovers.
const sweepHeight = (chart) => 320 + LANE * chart.crossovers.length;

// Of each crossover its interval as a span, in the colour of the arm that is ahead beyond it, and the predicted value.
// Spans may overlap, so each has a bar of its own below the top of the chart.
const crossoverSeries = (crossovers, values, { log, top }, tone) => crossovers.map((crossover, lane) => {
  const color = armColour(tone, crossover.expected.other);
  const { found, expected } = crossover;
  const words = `${crossover.number}: predicted ${number(expected.predicted)}`;
  const ends = found?.decides ? [[found.low ?? Math.min(...values), found.high ?? Math.max(...values)]] : [];
  return {
    name: `crossover ${crossover.number}`, type: 'line', data: [], silent: true,
    markArea: {
      silent: true, itemStyle: { color, opacity: 0.12 },
      data: ends.flatMap(([low, high]) => [
        [{ xAxis: low }, { xAxis: high }],
        [{ xAxis: low, y: top + 4 + 8 * lane, itemStyle: { opacity: 0.9 } }, { xAxis: high, y: top + 8 + 8 * lane }],
      ]),
    },
    markLine: lines([
      upright(expected.predicted, words, lane, color, 'dashed', shareOf(expected.predicted, values, log)),
      ...(found
        ? [{ xAxis: found.value, label: { show: false }, lineStyle: { color, type: 'solid', width: 1.5 } }]
        : []),
    ]),
  };
});

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
  const crossovers = chart.crossovers.filter(({ expected }) => (
    !hidden.has(expected.arm) && !hidden.has(expected.other)));
  const places = [...chart.values, ...crossovers.map((crossover) => crossover.expected.predicted)];
  const horizontal = numberAxis(chart.axes.parameter, places, tone);
  const above = legend(tone, curves.map((curve) => curve.arm), width);
  const top = above.height + LANE * crossovers.length;
  return {
    ...base(tone),
    grid: { left: 8, right: 24, top, bottom: 36, containLabel: true },
    legend: above.option,
    tooltip: {
      ...base(tone).tooltip,
      formatter: (p) => span(`${p.seriesName}, ${chart.axes.parameter} ${number(p.value[0])}: ${number(p.value[1])}`),
    },
    xAxis: { ...horizontal, min: Math.min(...places), max: Math.max(...places) },
    yAxis: valueAxis(values, tone),
    series: [...series, ...crossoverSeries(crossovers, places, { log: horizontal.type === 'log', top }, tone)],
  };
};

for (const chart of report?.sweeps ?? []) {
  if (chart.curves.some((curve) => curve.figures.some((figure) => figure))) {
    register(chart.id, chart, sweep, sweepHeight);
  }
}
