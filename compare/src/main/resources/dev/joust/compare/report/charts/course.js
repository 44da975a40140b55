// How one trial of each arm went within its window: panels above each other with one time axis. Of an open load the
// units done, the response times and the units in flight by second; of a closed load the units done by tenth. The last
// panel has a row per arm with what its runtime did for itself: a bar per collection, a circle per second of compiling.
const COURSE_BOTTOM = 44;
const PANEL_GAP = 34;
const OPEN_PANELS = [
  { title: 'units done per second', height: 120 },
  { title: 'response time, ms: p99 solid, p50 dashed', height: 170, response: true },
  { title: 'units in flight at the end of the second', height: 110 },
];
const CLOSED_PANELS = [{ title: 'units done per second, by tenth of the window', height: 180 }];
const COURSE_ROW = 20;
const COMPILING_RADIUS = 0.8; // pixels per square root of a millisecond

const courseLines = (curve, open) => {
  const { seconds, tenths, windowSeconds } = curve.course;
  if (!open) {
    return [[{ dashed: false, points: tenths.map((done, i) => [(i + 0.5) * (windowSeconds / tenths.length), done]) }]];
  }
  const line = (value, dashed = false) => ({ dashed, points: seconds.map((s) => [s.second - 0.5, value(s)]) });
  return [
    [line((s) => s.done)],
    [line((s) => s.times.p99Millis), line((s) => s.times.p50Millis, true)],
    [line((s) => s.inFlight)],
  ];
};

const courseMarks = (curve, row, color) => {
  const { housekeeping } = curve.course;
  if (!housekeeping) return [];
  const collections = housekeeping.collections.map((c) => ({
    value: [c.atSeconds, row], symbol: 'rect', symbolSize: [3, 12], itemStyle: { color },
    words: `${c.collector} at ${number(c.atSeconds)} s: ${number(c.millis)} ms`,
  }));
  const compiling = housekeeping.compilingMillisBySecond.flatMap((millis, i) => (millis > 0 ? [{
    value: [i + 0.5, row], symbol: 'circle', symbolSize: Math.min(18, 2 * COMPILING_RADIUS * Math.sqrt(millis)),
    itemStyle: { color: 'transparent', borderColor: color, borderWidth: 1.5 },
    words: `compiling in second ${i + 1}: ${number(millis)} ms`,
  }] : []));
  return [...collections, ...compiling];
};

const courseFrame = (chart, width, hidden) => {
  const curves = chart.curves.filter((curve) => !hidden.has(curve.arm));
  const names = curves.map((curve) => curve.arm);
  const panels = chart.open ? OPEN_PANELS : CLOSED_PANELS;
  const told = curves.some((curve) => curve.course.housekeeping);
  return { curves, names, panels, told, rowsHeight: told ? COURSE_ROW * curves.length : 0 };
};

const courseHeight = (chart, width, hidden) => {
  const { names, panels, told, rowsHeight } = courseFrame(chart, width, hidden);
  const heads = PANEL_GAP * (panels.length + (told ? 1 : 0));
  const lines = panels.reduce((sum, p) => sum + p.height, 0);
  return legend(tones.light, names, width).height + heads + lines + rowsHeight + COURSE_BOTTOM;
};

const course = (chart, tone, width, hidden) => {
  const { curves, names, panels, told, rowsHeight } = courseFrame(chart, width, hidden);
  const above = legend(tone, names, width);
  const left = Math.min(width / 3, Math.max(56, told ? widest(names) + 12 : 0));
  const grids = [];
  const titles = [];
  let top = above.height;
  const panel = (title, panelHeight) => {
    const textStyle = { color: tone.soft, fontSize: LABEL_SIZE, fontWeight: 'normal' };
    titles.push({ text: title, left: 0, top, textStyle });
    grids.push({ left, right: 24, top: top + PANEL_GAP - 12, height: panelHeight });
    top += PANEL_GAP + panelHeight;
  };
  panels.forEach((p) => panel(p.title, p.height));
  if (told) panel(`collections (bars)${chart.open ? ', compiling (circles)' : ''}`, rowsHeight);

  const lines = curves.map((curve) => courseLines(curve, chart.open));
  const series = curves.flatMap((curve, c) => {
    const color = armColour(tone, curve.arm);
    const drawnLines = lines[c].flatMap((ofPanel, p) => ofPanel.map((line) => ({
      name: curve.arm, type: 'line', xAxisIndex: p, yAxisIndex: p, symbol: armSymbol(curve.arm),
      symbolSize: line.dashed ? 3 : 6, lineStyle: { color, width: 2, type: line.dashed ? 'dashed' : 'solid' },
      itemStyle: { color }, data: line.points, words: line.dashed ? 'p50 ' : '',
    })));
    const marks = told ? [{
      name: curve.arm, type: 'scatter', xAxisIndex: panels.length, yAxisIndex: panels.length, itemStyle: { color },
      data: courseMarks(curve, c, color),
    }] : [];
    return [...drawnLines, ...marks];
  });
  const most = Math.max(...curves.map((curve) => curve.course.windowSeconds));
  const timeAxis = (i) => ({
    type: 'value', gridIndex: i, min: 0, max: most, splitLine: { lineStyle: { color: tone.grid } },
    axisLabel: { color: tone.soft, hideOverlap: true, show: i === grids.length - 1, showMaxLabel: false },
    name: i === grids.length - 1 ? 'seconds of the window' : '', nameLocation: 'middle', nameGap: 26,
    nameTextStyle: { color: tone.soft }, axisLine: { lineStyle: { color: tone.line } }, axisTick: { show: false },
  });
  const valueAxes = panels.map((p, i) => {
    const values = lines.flatMap((ofArm) => ofArm[i].flatMap((line) => line.points.map((point) => point[1])));
    const positive = p.response ? values.filter((value) => value > 0) : values;
    return { ...valueAxis(positive.length ? positive : [0], tone), gridIndex: i };
  });
  const armAxis = told ? [{
    type: 'category', gridIndex: panels.length, data: names, inverse: true, axisTick: { show: false },
    axisLabel: { color: tone.text, fontSize: LABEL_SIZE, interval: 0, width: left - 10, overflow: 'truncate' },
    splitLine: { show: true, lineStyle: { color: tone.grid } }, axisLine: { lineStyle: { color: tone.line } },
  }] : [];
  return {
    ...base(tone), title: titles, grid: grids, legend: above.option,
    tooltip: {
      ...base(tone).tooltip,
      formatter: (p) => span(p.data.words
        ? `${p.seriesName}, ${p.data.words}` : `${p.seriesName}, ${number(p.value[0])} s: ${number(p.value[1])}`),
    },
    xAxis: grids.map((_, i) => timeAxis(i)), yAxis: [...valueAxes, ...armAxis], series,
  };
};

for (const chart of read('course-data')?.charts ?? []) register(chart.id, chart, course, courseHeight);
