// Verdicts as pictures: ratios with their intervals, of the arms to the best one, and of the claims.
const FOREST_ROW = 30;
const FOREST_TEXT_FROM = 640;
const MIN_TICK_GAP = 44;
const ABOVE_1 = [1.1, 1.25, 1.5, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100, 200, 500, 1000, 2000, 5000, 10000];
const BELOW_1 = [0.9, 0.8, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01];
const stateSymbols = {
  win: 'diamond', tie: 'rect', behind: 'circle', inconclusive: 'triangle', held: 'diamond', refuted: 'rect',
};
const forestHeight = (rows) => FOREST_ROW * Math.max(1, rows.length) + 52;

// Round ratios from 1 outwards, as far apart as their labels need.
const forestTicks = (least, most, room) => {
  const at = (value) => (room * Math.log(value / least)) / Math.log(most / least);
  const outwards = (values) => {
    let last = at(1);
    return values.filter((value) => {
      const fits = value >= least && value <= most && Math.abs(at(value) - last) >= MIN_TICK_GAP;
      if (fits) last = at(value);
      return fits;
    });
  };
  return [...outwards(BELOW_1).reverse(), 1, ...outwards(ABOVE_1)];
};

// A line with a bar at each end, and a rectangle as high as a row.
const whisker = (api, low, high, i, stroke) => {
  const [from, y] = api.coord([low, i]);
  const [to] = api.coord([high, i]);
  const line = (x1, y1, x2, y2) => ({
    type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 2, fill: 'none' },
  });
  return {
    type: 'group', children: [line(from, y, to, y), line(from, y - 5, from, y + 5), line(to, y - 5, to, y + 5)],
  };
};
const rowBand = (api, low, high, i, fill) => {
  const [x, y] = api.coord([low, i]);
  const [to] = api.coord([high, i]);
  return {
    type: 'rect', shape: { x, y: y - FOREST_ROW / 2 + 2, width: to - x, height: FOREST_ROW - 4 }, style: { fill },
  };
};

// Rows of {label, state, ratio, best, text, hint, band}: the text stands beside a row where there is room, the hint is
// its tooltip. A band [low, high] lies behind a row; a high of null has no end.
const forestOption = (rows, { title, margin }, tone, width) => {
  const colour = (row) => tone.states[row.state.style] ?? tone.soft;
  const bands = rows.flatMap((row) => (row.band ? [row.band] : []));
  const values = [
    1, ...(margin === undefined ? [] : [1 / (1 + margin), 1 + margin]), ...bands.flat().filter((end) => end !== null),
    ...rows.flatMap((row) => (row.ratio ? [row.ratio.low, row.ratio.high, row.ratio.ratio] : [])),
  ];
  const least = Math.min(...values) / 1.1;
  const most = Math.max(...values) * 1.1;
  const names = rows.map((row) => `${row.state.symbol} ${row.label}`);
  const texts = width < FOREST_TEXT_FROM ? [] : rows.map((row) => row.text);
  const lineWidths = widest(names.flatMap((name) => name.split('\n')));
  const ticks = forestTicks(least, most, Math.max(80, width - lineWidths - widest(texts) - 60));
  const axis = (labels, color) => ({
    type: 'category', inverse: true, data: labels, axisTick: { show: false }, axisLine: { show: false },
    axisLabel: { color, interval: 0, fontSize: LABEL_SIZE, lineHeight: LABEL_LINE - 2 },
  });
  const custom = (name, z, data, draw) => (data.length === 0 ? [] : [{
    name, type: 'custom', z, clip: true, silent: z === 1, encode: { x: [0, 1], y: 2 }, data,
    renderItem: (params, api) => draw(api, api.value(0), api.value(1), api.value(2)),
  }]);
  return {
    ...base(tone),
    grid: { left: 8, right: 12, top: 8, bottom: 22, containLabel: true },
    tooltip: { ...base(tone).tooltip, formatter: (p) => span(rows[p.value.at(-1)].hint) },
    xAxis: {
      type: 'log', min: least, max: most, ...axisName(title, 26, tone), splitLine: { show: false },
      axisLabel: { color: tone.soft, customValues: ticks, formatter: (value) => number(value) },
      axisTick: { show: true, customValues: ticks }, axisLine: { onZero: false, lineStyle: { color: tone.line } },
    },
    yAxis: [
      axis(names, (name, i) => colour(rows[i])),
      ...(texts.length ? [{ ...axis(texts, tone.soft), position: 'right' }] : []),
    ],
    series: [
      ...custom('expected', 1, rows.flatMap((row, i) => (row.band ? [[row.band[0], row.band[1] ?? most, i]] : [])),
        (api, low, high, i) => rowBand(api, low, high, i, tone.band)),
      ...custom('interval', 3, rows.flatMap((row, i) => (row.ratio ? [[row.ratio.low, row.ratio.high, i]] : [])),
        (api, low, high, i) => whisker(api, low, high, i, colour(rows[i]))),
      {
        name: 'ratio', type: 'scatter', symbolSize: 11, z: 5,
        data: rows.flatMap((row, i) => (row.best || row.ratio ? [{
          value: [row.best ? 1 : row.ratio.ratio, i], symbol: stateSymbols[row.state.style] ?? 'circle',
          itemStyle: { color: colour(row) },
        }] : [])),
        markArea: {
          silent: true, itemStyle: { color: tone.band },
          data: margin === undefined ? [] : [[{ xAxis: 1 / (1 + margin) }, { xAxis: 1 + margin }]],
        },
        markLine: {
          z: 2,
          ...lines(ticks.map((x) => ({
            xAxis: x, label: { show: false },
            lineStyle: { color: x === 1 ? tone.line : tone.grid, type: 'solid', width: 1 },
          }))),
        },
      },
    ],
  };
};

const forestRows = (chart, hidden) => chart.rows.filter((row) => !hidden.has(row.arm));
const forest = (chart, tone, width, hidden) => forestOption(
  forestRows(chart, hidden).map((row) => ({ ...row, label: row.arm, hint: `${row.arm}: ${row.text}` })),
  { title: width < FOREST_TEXT_FROM ? 'times worse' : 'times worse than the best', margin: chart.margin }, tone, width);

const claimRows = (chart, hidden) => chart.rows.filter(({ expected }) => (
  !hidden.has(expected.arm) && !hidden.has(expected.other)));
const claims = (chart, tone, width, hidden) => forestOption(
  claimRows(chart, hidden).map((row) => ({
    ...row, label: `${row.expected.arm} /${width < FOREST_TEXT_FROM ? '\n' : ' '}${row.expected.other}`,
    text: row.state.word, hint: row.text, band: [row.expected.low, row.expected.high],
  })),
  { title: width < FOREST_TEXT_FROM ? 'times better' : 'times better than the other' }, tone, width);

const machineForest = (chart, tone, width, hidden) => forestOption(
  hidden.has(chart.expected.arm) || hidden.has(chart.expected.other) ? [] : chart.rows.map((row) => ({
    ...row, label: row.name, hint: `${row.name}: ${row.text}`, band: [chart.expected.low, chart.expected.high],
  })),
  { title: width < FOREST_TEXT_FROM ? 'times better' : 'times better than the other' }, tone, width);

for (const chart of report?.views.forests ?? []) {
  register(chart.id, chart, forest, (data, width, hidden) => forestHeight(forestRows(data, hidden)));
}
for (const chart of report?.views.claims ?? []) {
  register(chart.id, chart, claims, (data, width, hidden) => forestHeight(claimRows(data, hidden)));
}
for (const chart of report?.views.machines ?? []) {
  register(chart.id, chart, machineForest, (data) => forestHeight(data.rows));
}
