// Price and performance: CPU time against the metric, memory as the area of a point. A hollow point is beaten in each
// respect by another arm.
const MOST_MEMORY = 40;
const LEAST_POINT = 9;

const price = (chart, tone, width, hidden) => {
  const points = chart.points.filter((point) => !hidden.has(point.arm));
  const most = Math.max(...points.map((point) => point.memory ?? 0));
  const size = (point) => (
    point.memory === null ? 14 : Math.max(LEAST_POINT, MOST_MEMORY * Math.sqrt(point.memory / most)));
  const horizontal = valueAxis(points.map((point) => point.price), tone);
  const { axes } = chart;
  const above = legend(tone, points.map((point) => point.arm), width);
  return {
    ...base(tone),
    grid: { left: 26, right: 28, top: above.height + 12, bottom: 36, containLabel: true },
    legend: { ...above.option, itemWidth: 14 },
    tooltip: {
      ...base(tone).tooltip,
      formatter: ({ data: { point } }) => span(
        `${point.arm}: ${number(point.price)} ${axes.price.unit}, ${number(point.value)} ${axes.metric.unit}`
        + `${point.memory === null ? '' : `, ${number(point.memory)} ${axes.memory.unit}`}`
        + `${point.beatenBy ? `, beaten by ${point.beatenBy}` : ''}`),
    },
    xAxis: { ...horizontal, ...axisName(`${axes.price.quantity}, ${axes.price.unit}`, 28, tone) },
    yAxis: {
      ...valueAxis(points.map((point) => point.value), tone),
      ...axisName(`${axes.metric.quantity}, ${axes.metric.unit}`, 52, tone),
    },
    series: points.map((point) => {
      const color = armColour(tone, point.arm);
      return {
        name: point.arm, type: 'scatter', symbol: armSymbol(point.arm), symbolSize: size(point),
        itemStyle: point.beatenBy
          ? { color: 'transparent', borderColor: color, borderWidth: 2 }
          : { color, opacity: 0.75 },
        data: [{ value: [point.price, point.value], point }],
      };
    }),
  };
};

for (const chart of report?.views.prices ?? []) register(chart.id, chart, price);
