// What each thread of a trial does over time: a row per thread, its upper half for the lock, its lower half for the
// work. Kinds of bars differ in form as well as in colour: full, outlined, thin.
const timelineData = read('timeline-data');
const barForms = {
  HOLDS: { colour: 0, height: 1 }, WAITS: { colour: 1, height: 1, outlined: true }, RUNS: { colour: 2, height: 1 },
  AWAITS: { colour: 4, height: 0.4 }, PARKED: { colour: 7, height: 0.15 },
};
const BAR_LABEL_ROOM = 8;
const THREAD_HEIGHT = 24;
const TIMELINE_BOTTOM = 64;

const timelineBar = (bars, kind, levels, tone) => (params, api) => {
  const bar = bars[params.dataIndex];
  const form = barForms[kind.kind];
  const begin = api.coord([bar.from, bar.row]);
  const end = api.coord([bar.to, bar.row]);
  const row = api.size([0, 1])[1] * 0.84;
  const half = levels === 2 ? row / 2 : row;
  const level = begin[1] - row / 2 + (levels === 2 && !kind.lock ? half : 0);
  const height = (half - 1) * form.height;
  const colour = tone.arms[form.colour];
  const shape = echarts.graphic.clipRectByRect(
    { x: begin[0], y: level + (half - height) / 2, width: Math.max(end[0] - begin[0], 0.6), height },
    { x: params.coordSys.x, y: params.coordSys.y, width: params.coordSys.width, height: params.coordSys.height });
  if (!shape) return null;
  const style = form.outlined ? { fill: 'transparent', stroke: colour, lineWidth: 1.2 } : { fill: colour };
  const fits = kind.kind === 'RUNS' && height > 9 && textWidth(bar.label) + BAR_LABEL_ROOM < shape.width;
  const label = { fill: tone.panel, fontSize: Math.min(LABEL_SIZE, height), fontFamily };
  return {
    type: 'rect', shape, style, textConfig: { position: 'inside' },
    textContent: { style: { ...label, text: fits ? bar.label : '' } }, // an empty one removes that of another width
  };
};

const barsOf = (arm, kind) => arm.rows.flatMap((row, i) => row.bars
  .filter((bar) => bar.kind === kind.kind).map((bar) => ({ ...bar, row: i })));
const kindsOf = (arm) => timelineData.kinds.filter((kind) => barsOf(arm, kind).length);

const timelineHeight = (arm, width) => (
  legend(tones.light, kindsOf(arm).map((kind) => kind.words), width).height
  + THREAD_HEIGHT * Math.max(1, arm.rows.length) + TIMELINE_BOTTOM);

const timeline = (arm, tone, width, hidden) => {
  const names = arm.rows.map((row) => row.thread);
  const kinds = hidden.has(arm.arm) ? [] : kindsOf(arm);
  const levels = new Set(kinds.filter((kind) => kind.kind !== 'PARKED').map((kind) => kind.lock)).size;
  const above = legend(tone, kinds.map((kind) => kind.words), width);
  const room = Math.min(width / 3, widest(names) + 8);
  const end = timelineData.lengthMillis;
  return {
    ...base(tone),
    legend: above.option,
    grid: { left: room + 8, right: 20, top: above.height, bottom: TIMELINE_BOTTOM },
    tooltip: {
      ...base(tone).tooltip,
      formatter: (p) => {
        const { kind, bar } = p.data;
        const what = bar.label ? `${kind.words} (${bar.label})` : kind.words;
        const times = `${number(bar.from)} to ${number(bar.to)} ms, ${number(bar.to - bar.from)} ms`;
        return span(`${names[bar.row]} ${what}: ${times}`);
      },
    },
    dataZoom: [
      { type: 'inside', filterMode: 'weakFilter', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false },
      {
        type: 'slider', filterMode: 'weakFilter', height: 14, bottom: 8, brushSelect: false, showDetail: false,
        borderColor: tone.grid, textStyle: { color: tone.soft },
      },
    ],
    xAxis: {
      type: 'value', min: 0, max: end, name: 'ms', nameLocation: 'end', nameGap: 4, nameTextStyle: { color: tone.soft },
      axisLabel: { color: tone.soft, hideOverlap: true, formatter: number },
      splitLine: { lineStyle: { color: tone.grid } },
    },
    yAxis: {
      type: 'category', data: names, inverse: true, axisTick: { show: false },
      axisLine: { lineStyle: { color: tone.line } },
      axisLabel: { color: tone.text, interval: 0, fontSize: LABEL_SIZE, width: room, overflow: 'truncate' },
      splitLine: { show: true, lineStyle: { color: tone.grid } },
    },
    series: kinds.map((kind) => {
      const bars = barsOf(arm, kind);
      return {
        name: kind.words, type: 'custom', renderItem: timelineBar(bars, kind, levels, tone), clip: true,
        itemStyle: barForms[kind.kind].outlined
          ? { color: 'transparent', borderColor: tone.arms[barForms[kind.kind].colour], borderWidth: 1.5 }
          : { color: tone.arms[barForms[kind.kind].colour] },
        encode: { x: [0, 1], y: 2 },
        data: bars.map((bar) => ({ value: [bar.from, bar.to, bar.row], kind, bar })),
      };
    }),
  };
};

(timelineData?.arms ?? []).forEach((arm, i) => {
  if (arm.rows.length) register(`timeline${i}`, arm, timeline, timelineHeight);
});
