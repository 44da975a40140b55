// Response time (solid) and service time (dashed) by percentile.
const nines = (percentile) => 1 / (1 - percentile / 100);
const percentile = (ninesValue) => 100 - 100 / ninesValue;
const latency = (part, tone, width, hidden) => {
  const curves = part.curves.filter((curve) => !hidden.has(curve.arm));
  const series = curves.flatMap((curve) => {
    const color = armColour(tone, curve.arm);
    const line = (points, type) => ({
      name: curve.arm, type: 'line', symbol: armSymbol(curve.arm), symbolSize: type === 'solid' ? 6 : 0,
      lineStyle: { color, type, width: 2 }, itemStyle: { color },
      data: points.map((point) => ({
        value: [nines(point.percentile), point.millis], bound: point.atLeast ? '\u2265 ' : '',
        itemStyle: point.atLeast ? { color: tone.panel, borderColor: color, borderWidth: 2 } : { color },
      })),
    });
    return [line(curve.response, 'solid'), line(curve.service, 'dashed')];
  });
  const values = series.flatMap((s) => s.data.map((point) => point.value[1])).filter((value) => value > 0);
  const above = legend(tone, curves.map((curve) => curve.arm), width);
  return {
    ...base(tone),
    grid: { left: 8, right: 24, top: above.height, bottom: 12, containLabel: true },
    legend: above.option,
    tooltip: {
      ...base(tone).tooltip,
      formatter: (p) => span(
        `${p.seriesName}, p${number(percentile(p.value[0]))}: ${p.data.bound}${number(p.value[1])} ms`),
    },
    xAxis: {
      type: 'log', min: 1,
      axisLabel: {
        color: tone.soft, hideOverlap: true,
        formatter: (value) => (value === 1 ? 'min' : `${Number(percentile(value).toFixed(4))} %`),
      },
      splitLine: { lineStyle: { color: tone.grid } }, axisLine: { lineStyle: { color: tone.line } },
    },
    yAxis: valueAxis(values, tone),
    series,
  };
};

for (const chart of report?.charts ?? []) {
  for (const part of chart.latencies) register(part.id, part, latency);
}
