// Draws the charts. Every figure in them stands in a table of the page as well.
(() => {
  'use strict';
  const { charts } = JSON.parse(document.getElementById('report-data').textContent);
  // Okabe and Ito's colours, which people with colour blindness can tell apart; each arm has a symbol of its own besides.
  const palette = {
    light: ['#0072b2', '#d55e00', '#008a64', '#b3507f', '#8a6d00', '#2b8cbe', '#6a4fa3', '#555555', '#a31621'],
    dark: ['#56b4e9', '#ff9857', '#3ddc97', '#e79fc4', '#f0d34a', '#9ad1ff', '#b9a3ff', '#c4c4c4', '#ff9a94'],
  };
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'roundRect', 'arrow', 'circle', 'rect'];
  const ink = {
    light: { text: '#1c2126', soft: '#59636e', grid: '#e3e6e9', line: '#8b96a1', panel: '#ffffff' },
    dark: { text: '#e3e7eb', soft: '#a3adb8', grid: '#2f373f', line: '#8b96a1', panel: '#1b2025' },
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const number = (value) => Number(value.toPrecision(4)).toLocaleString('en');
  const median = (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  };
  const text = (words) => {
    const span = document.createElement('span');
    span.textContent = words;
    return span;
  };

  // A logarithmic axis where a linear one would press most points together.
  const yAxis = (values, ratio, tone) => {
    const least = Math.min(...values);
    const most = Math.max(...values);
    const log = least > 0 && most / least > ratio;
    // Never less than a fifth from top to bottom: noise of a percent is to look like noise.
    const room = Math.max((most - least) * 0.12, (most * 0.2 - (most - least)) / 2);
    const bounds = log ? { min: least / 1.3, max: most * 1.3 } : { min: Math.max(0, least - room), max: most + room };
    return {
      type: log ? 'log' : 'value', logBase: most / least < 100 ? 2 : 10, ...bounds,
      axisLabel: { color: tone.soft, formatter: number, showMinLabel: false, showMaxLabel: false },
      splitLine: { lineStyle: { color: tone.grid } },
    };
  };

  const base = (tone) => ({
    animation: false, backgroundColor: 'transparent',
    textStyle: { color: tone.text, fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { backgroundColor: tone.panel, borderColor: tone.grid, textStyle: { color: tone.text } },
    aria: { enabled: false },
  });

  // Long names take two lines where they would take each other's place.
  const narrow = (chart) => document.getElementById(chart.id).clientWidth / chart.arms.length < 130;

  const trials = (chart, tone, colours) => {
    const figures = chart.arms.map((_, i) => chart.lines.map((line) => line.figures[i]).filter((f) => f !== null));
    const blocks = chart.lines.map((line) => ({
      name: `block ${line.block}`, type: 'line', connectNulls: true, symbolSize: 8,
      lineStyle: { color: tone.line, width: 1, opacity: 0.45 },
      data: line.figures.map((value, i) => ({
        value, symbol: 'circle',
        itemStyle: line.steady[i]
          ? { color: colours[i % colours.length], opacity: 0.85 }
          : { color: tone.panel, borderColor: colours[i % colours.length], borderWidth: 2 },
      })),
    }));
    const medians = {
      name: 'median', type: 'scatter', symbol: 'rect', symbolSize: [44, 3], z: 5, silent: true,
      itemStyle: { color: tone.text },
      data: figures.map((values) => (values.length ? median(values) : null)),
    };
    return {
      ...base(tone),
      grid: { left: 8, right: 16, top: 12, bottom: 12, containLabel: true },
      tooltip: {
        ...base(tone).tooltip, trigger: 'item',
        formatter: (p) => text(`${p.seriesName}, ${chart.arms[p.dataIndex]}: ${number(p.value)}`),
      },
      xAxis: {
        type: 'category', data: chart.arms, axisTick: { show: false },
        axisLabel: { color: tone.text, interval: 0, formatter: (name) => (narrow(chart) ? name.replaceAll('-', '-\n') : name) },
        axisLine: { lineStyle: { color: tone.line } },
      },
      yAxis: yAxis(figures.flat(), 8, tone),
      series: [...blocks, medians],
    };
  };

  const nines = (percentile) => 1 / (1 - percentile / 100);
  const spectrum = (chart, part, tone, colours) => {
    const series = part.curves.flatMap((curve) => {
      const place = chart.arms.indexOf(curve.arm);
      const color = colours[place % colours.length];
      const line = (spots, type) => ({
        name: curve.arm, type: 'line', symbol: symbols[place % symbols.length], symbolSize: type === 'solid' ? 6 : 0,
        lineStyle: { color, type, width: 2 }, itemStyle: { color },
        data: spots.map((spot) => [nines(spot.percentile), spot.millis]),
      });
      return [line(curve.response, 'solid'), line(curve.service, 'dashed')];
    });
    const values = series.flatMap((s) => s.data.map((point) => point[1]));
    return {
      ...base(tone),
      grid: { left: 8, right: 24, top: 36, bottom: 12, containLabel: true },
      legend: { top: 0, left: 0, itemGap: 18, textStyle: { color: tone.text }, data: part.curves.map((curve) => curve.arm) },
      tooltip: {
        ...base(tone).tooltip, trigger: 'item',
        formatter: (p) => text(`${p.seriesName}, p${number(100 - 100 / p.value[0])}: ${number(p.value[1])} ms`),
      },
      xAxis: {
        type: 'log', min: 1,
        axisLabel: { color: tone.soft, formatter: (v) => (v === 1 ? 'min' : `${Number((100 - 100 / v).toFixed(4))} %`) },
        splitLine: { lineStyle: { color: tone.grid } }, axisLine: { lineStyle: { color: tone.line } },
      },
      yAxis: yAxis(values.filter((v) => v > 0), 8, tone),
      series,
    };
  };

  const drawn = new Map();
  const draw = (id, option) => {
    const place = document.getElementById(id);
    if (!place) return;
    if (!drawn.has(id)) drawn.set(id, echarts.init(place, null, { renderer: 'svg' }));
    drawn.get(id).setOption(option, true);
  };
  const drawAll = (scheme) => {
    const tone = ink[scheme];
    const colours = palette[scheme];
    for (const chart of charts) {
      if (chart.lines.length) draw(chart.id, trials(chart, tone, colours));
      for (const part of chart.spectra) draw(part.id, spectrum(chart, part, tone, colours));
    }
  };
  const scheme = () => (dark.matches ? 'dark' : 'light');
  for (const plot of document.querySelectorAll('.plot')) plot.closest('figure').hidden = false;
  drawAll(scheme());
  dark.addEventListener('change', () => drawAll(scheme()));
  addEventListener('beforeprint', () => drawAll('light'));
  addEventListener('afterprint', () => drawAll(scheme()));
  addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
})();
