// Every valid trial: the trials of a block joined by a line, and a bar at each arm's median.
const trials = (chart, tone, width, hidden) => {
  const shown = chart.arms.flatMap((arm, i) => (hidden.has(arm.arm) ? [] : [i]));
  const names = shown.map((i) => chart.arms[i].arm);
  const blocks = chart.blocks.map((block) => ({
    name: `block ${block.block}`, type: 'line', connectNulls: true, symbolSize: 8,
    lineStyle: { color: tone.line, width: 1, opacity: 0.45 },
    data: shown.map((i) => {
      const colour = armColour(tone, chart.arms[i].arm);
      return {
        value: block.values[i], symbol: 'circle',
        itemStyle: block.steady[i]
          ? { color: colour, opacity: 0.85 }
          : { color: tone.panel, borderColor: colour, borderWidth: 2 },
      };
    }),
  }));
  const medians = {
    name: 'median', type: 'scatter', symbol: 'rect', symbolSize: [Math.min(44, width / names.length / 2), 3], z: 5,
    silent: true, itemStyle: { color: tone.text }, data: shown.map((i) => chart.arms[i].median),
  };
  const values = chart.blocks.flatMap((block) => shown.map((i) => block.values[i])).filter((value) => value !== null);
  return {
    ...base(tone),
    grid: { left: 8, right: 16, top: 12, bottom: 12, containLabel: true },
    tooltip: {
      ...base(tone).tooltip, formatter: (p) => span(`${p.seriesName}, ${names[p.dataIndex]}: ${number(p.value)}`),
    },
    xAxis: {
      type: 'category', data: names, axisTick: { show: false }, axisLabel: armLabels(names, width, tone),
      axisLine: { lineStyle: { color: tone.line } },
    },
    yAxis: valueAxis(values, tone),
    series: [...blocks, medians],
  };
};

for (const chart of report?.charts ?? []) {
  if (chart.blocks.length) register(chart.id, chart, trials);
}
