// Legends and axes.
const LEGEND_ICON = 36;
const LEGEND_GAP = 14;
const LEGEND_LINE = 22;

// A legend above the chart, and the height that its lines take at this width.
const legend = (tone, names, width) => {
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const item = LEGEND_ICON + 5 + textWidth(name) + LEGEND_GAP;
    if (used > 0 && used + item > width) {
      lines += 1;
      used = 0;
    }
    used += item;
  }
  return {
    height: lines * LEGEND_LINE + 12,
    option: {
      top: 0, left: 0, right: 0, itemGap: LEGEND_GAP, itemWidth: LEGEND_ICON, itemHeight: 12, data: names,
      textStyle: { color: tone.text, fontSize: LABEL_SIZE },
    },
  };
};

// A logarithmic axis where a linear one would press most points together.
const LOG_FROM_RATIO = 8;
const valueAxis = (values, tone) => {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const log = least > 0 && most / least > LOG_FROM_RATIO;
  // The axis spans at least a fifth of its values: noise of one percent must look like noise.
  const room = Math.max((most - least) * 0.12, (most * 0.2 - (most - least)) / 2);
  const bounds = log ? { min: least / 1.3, max: most * 1.3 } : { min: Math.max(0, least - room), max: most + room };
  return {
    type: log ? 'log' : 'value', logBase: most / least < 100 ? 2 : 10, ...bounds,
    axisLabel: { color: tone.soft, formatter: number, showMinLabel: false, showMaxLabel: false, hideOverlap: true },
    splitLine: { lineStyle: { color: tone.grid } },
  };
};

// The name of an axis beside its labels.
const axisName = (name, nameGap, tone) => ({
  name, nameLocation: 'middle', nameGap, nameTextStyle: { color: tone.soft, fontSize: LABEL_SIZE },
});

// A horizontal axis of numbers with its name below; logarithmic for values that span more than a factor of 8.
const numberAxis = (name, values, tone) => {
  const least = Math.min(...values);
  return {
    type: least > 0 && Math.max(...values) / least > LOG_FROM_RATIO ? 'log' : 'value', ...axisName(name, 28, tone),
    axisLabel: { color: tone.soft, hideOverlap: true }, splitLine: { lineStyle: { color: tone.grid } },
  };
};

// A vertical line at x with its label above the chart, in the lane of this number: lanes keep near labels apart.
const LANE = 16;
const upright = (x, words, lane, color, type, share) => ({
  xAxis: x, lineStyle: { color, type, width: 1.5 },
  label: {
    formatter: words, color, fontSize: LABEL_SIZE, position: 'end', distance: 4 + lane * LANE,
    align: share < 0.25 ? 'left' : share > 0.75 ? 'right' : 'center',
  },
});
const lines = (data) => ({ silent: true, symbol: 'none', animation: false, data });
// Where x lies on an axis from the least to the most value, 0 to 1.
const shareOf = (x, values, log) => {
  const scale = log ? Math.log : (value) => value;
  const least = scale(Math.min(...values));
  const most = scale(Math.max(...values));
  return most > least ? (scale(x) - least) / (most - least) : 0.5;
};

// The arms below the axis: on one line, else broken at hyphens, else upright, so that no name covers another.
const armLabels = (names, width, tone) => {
  const label = { color: tone.text, interval: 0, fontSize: LABEL_SIZE, lineHeight: LABEL_LINE };
  const room = (width - 60) / names.length - 4;
  if (widest(names) <= room) return label;
  if (widest(names.flatMap((name) => name.split(/(?<=-)/))) <= room) {
    return { ...label, formatter: (name) => name.replaceAll('-', '-\n') };
  }
  return { ...label, rotate: 90, verticalAlign: 'middle', align: 'right' };
};
