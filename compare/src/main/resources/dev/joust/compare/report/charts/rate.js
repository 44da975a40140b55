// Response time, and below it the share of the units that was done, against the offered rate. A rate that an arm did
// not sustain has a hollow point; a vertical line marks the highest that it did sustain.
const RATE_PANEL = 190;
const SHARE_PANEL = 130;
const RATE_LEFT = 72;
const timed = (chart) => chart.curves.some((curve) => curve.points.some((point) => point.time));
const marked = (curves) => curves.filter((curve) => curve.capacity !== null);
const rateTop = (curves, width, tone) => legend(tone, curves.map((curve) => curve.arm), width).height
  + LANE * marked(curves).length;

const rateHeight = (chart, width, hidden) => {
  const curves = chart.curves.filter((curve) => !hidden.has(curve.arm));
  return rateTop(curves, width, tones.light) + (timed(chart) ? RATE_PANEL + 26 : 0) + SHARE_PANEL + 52;
};

const rate = (chart, tone, width, hidden) => {
  const curves = chart.curves.filter((curve) => !hidden.has(curve.arm));
  const rates = curves.flatMap((curve) => curve.points.map((point) => point.rate));
  const horizontal = { ...valueAxis(rates, tone), splitLine: { show: false } };
  const log = horizontal.type === 'log';
  const top = rateTop(curves, width, tone);
  const panels = timed(chart) ? ['time', 'done'] : ['done'];
  const value = { time: (point) => point.time?.millis, done: (point) => point.done * 100 };
  const series = curves.flatMap((curve) => panels.map((panel, index) => {
    const color = armColour(tone, curve.arm);
    const lane = marked(curves).indexOf(curve);
    return {
      name: curve.arm, type: 'line', symbol: armSymbol(curve.arm), symbolSize: 9, xAxisIndex: index, yAxisIndex: index,
      lineStyle: { color, width: 2 }, itemStyle: { color },
      data: curve.points.filter((point) => value[panel](point) !== undefined).map((point) => ({
        value: [point.rate, value[panel](point)], point,
        itemStyle: point.sustained ? { color } : { color: tone.panel, borderColor: color, borderWidth: 2 },
      })),
      markLine: lines(lane < 0 ? [] : [{
        ...upright(curve.capacity, number(curve.capacity), lane, color, 'dashed', shareOf(curve.capacity, rates, log)),
        ...(index ? { label: { show: false } } : {}),
      }]),
    };
  }));
  const all = panels.map((panel) => curves.flatMap((curve) => (
    curve.points.map(value[panel]).filter((known) => known !== undefined))));
  const named = { time: width < 480 ? 'ms' : `${chart.time}, ms`, done: width < 480 ? 'done, %' : 'share done, %' };
  const bottom = panels.length - 1;
  return {
    ...base(tone),
    legend: legend(tone, curves.map((curve) => curve.arm), width).option,
    grid: panels.map((panel, i) => ({
      left: RATE_LEFT, right: 24, outerBoundsMode: 'none', top: i ? top + RATE_PANEL + 26 : top,
      height: panel === 'time' ? RATE_PANEL : SHARE_PANEL,
    })),
    tooltip: {
      ...base(tone).tooltip,
      formatter: ({ seriesName, data: { point } }) => span([
        `${seriesName}, ${number(point.rate)} units/s: ${number(point.done * 100)} % done`,
        ...(point.time ? [`${point.time.atLeast ? '\u2265 ' : ''}${number(point.time.millis)} ms`] : []),
        point.state,
      ].join(', ')),
    },
    xAxis: panels.map((panel, i) => ({
      ...horizontal, gridIndex: i, axisLine: { onZero: false, lineStyle: { color: tone.line } },
      ...(i === bottom ? axisName('offered rate, units/s', 28, tone) : {}),
      axisLabel: { ...horizontal.axisLabel, show: i === bottom },
    })),
    yAxis: panels.map((panel, i) => ({
      ...valueAxis(all[i], tone), gridIndex: i, ...axisName(named[panel], 46, tone),
    })),
    series,
  };
};

for (const chart of report?.views.rates ?? []) register(chart.id, chart, rate, rateHeight);
