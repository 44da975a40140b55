// Draws the charts of a page. Every value in them stands in a table of the page as well; nothing is computed here.
// past 250 lines: all charts share the tones, the axes and the tooltips, and the page has one script.
(() => {
  'use strict';
  const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? 'null');
  const report = read('report-data');
  const fidelity = read('fidelity-data');

  // Okabe and Ito's colours, which colour-blind people can tell apart. Each arm has a symbol of its own as well.
  const tones = {
    light: {
      text: '#1c2126', soft: '#59636e', grid: '#e3e6e9', line: '#8b96a1', panel: '#ffffff',
      arms: ['#0072b2', '#d55e00', '#008a64', '#b3507f', '#8a6d00', '#2b8cbe', '#6a4fa3', '#555555', '#a31621'],
    },
    dark: {
      text: '#e3e7eb', soft: '#a3adb8', grid: '#2f373f', line: '#8b96a1', panel: '#1b2025',
      arms: ['#56b4e9', '#ff9857', '#3ddc97', '#e79fc4', '#f0d34a', '#9ad1ff', '#b9a3ff', '#c4c4c4', '#ff9a94'],
    },
  };
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'roundRect', 'arrow', 'circle', 'rect'];
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const LABEL_SIZE = 12;
  const LABEL_LINE = 15;
  const LEGEND_ICON = 36;
  const LEGEND_GAP = 14;
  const LEGEND_LINE = 22;

  const number = (value) => Number(value.toPrecision(4)).toLocaleString('en');
  const span = (words) => {
    const element = document.createElement('span');
    element.textContent = words;
    return element;
  };
  const context = document.createElement('canvas').getContext('2d');
  const textWidth = (words) => {
    context.font = `${LABEL_SIZE}px ${fontFamily}`;
    return context.measureText(words).width;
  };
  const widest = (labels) => Math.max(0, ...labels.map(textWidth));

  const base = (tone) => ({
    animation: false, backgroundColor: 'transparent', textStyle: { color: tone.text, fontFamily },
    tooltip: {
      trigger: 'item', backgroundColor: tone.panel, borderColor: tone.grid, textStyle: { color: tone.text },
    },
    aria: { enabled: false },
  });

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
  const yAxis = (values, tone) => {
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

  const trials = (chart, tone, width) => {
    const names = chart.arms.map((arm) => arm.arm);
    const colour = (arm) => tone.arms[arm % tone.arms.length];
    const blocks = chart.blocks.map((block) => ({
      name: `block ${block.block}`, type: 'line', connectNulls: true, symbolSize: 8,
      lineStyle: { color: tone.line, width: 1, opacity: 0.45 },
      data: block.values.map((value, arm) => ({
        value, symbol: 'circle',
        itemStyle: block.steady[arm]
          ? { color: colour(arm), opacity: 0.85 }
          : { color: tone.panel, borderColor: colour(arm), borderWidth: 2 },
      })),
    }));
    const medians = {
      name: 'median', type: 'scatter', symbol: 'rect', symbolSize: [Math.min(44, width / names.length / 2), 3], z: 5,
      silent: true, itemStyle: { color: tone.text }, data: chart.arms.map((arm) => arm.median),
    };
    const values = chart.blocks.flatMap((block) => block.values).filter((value) => value !== null);
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
      yAxis: yAxis(values, tone),
      series: [...blocks, medians],
    };
  };

  const nines = (percentile) => 1 / (1 - percentile / 100);
  const percentile = (ninesValue) => 100 - 100 / ninesValue;
  const latency = (chart, part, tone, width) => {
    const names = chart.arms.map((arm) => arm.arm);
    const series = part.curves.flatMap((curve) => {
      const place = names.indexOf(curve.arm);
      const color = tone.arms[place % tone.arms.length];
      const line = (points, type) => ({
        name: curve.arm, type: 'line', symbol: symbols[place % symbols.length], symbolSize: type === 'solid' ? 6 : 0,
        lineStyle: { color, type, width: 2 }, itemStyle: { color },
        data: points.map((point) => ({
          value: [nines(point.percentile), point.millis], bound: point.atLeast ? '\u2265 ' : '',
          itemStyle: point.atLeast ? { color: tone.panel, borderColor: color, borderWidth: 2 } : { color },
        })),
      });
      return [line(curve.response, 'solid'), line(curve.service, 'dashed')];
    });
    const values = series.flatMap((s) => s.data.map((point) => point.value[1])).filter((value) => value > 0);
    const above = legend(tone, part.curves.map((curve) => curve.arm), width);
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
      yAxis: yAxis(values, tone),
      series,
    };
  };

  // A metric for each value of a sweep: a line per arm, and bars from end to end of each interval.
  const sweep = (chart, tone, width) => {
    const names = chart.curves.map((curve) => curve.arm);
    const least = chart.values[0];
    const log = least > 0 && chart.values.at(-1) / least > LOG_FROM_RATIO;
    const series = chart.curves.flatMap((curve, arm) => {
      const color = tone.arms[arm % tone.arms.length];
      const points = chart.values.flatMap((x, i) => (curve.figures[i] ? [[x, curve.figures[i]]] : []));
      const bars = points.flatMap(([x, figure]) => (
        figure.decides && figure.low !== null && figure.high !== null ? [[x, figure.low], [x, figure.high], null] : []));
      return [{
        name: curve.arm, type: 'line', symbol: symbols[arm % symbols.length], symbolSize: 7,
        lineStyle: { color, width: 2 }, itemStyle: { color }, data: points.map(([x, figure]) => [x, figure.value]),
      }, {
        name: curve.arm, type: 'line', symbol: 'none', silent: true, connectNulls: false,
        lineStyle: { color, width: 5, opacity: 0.35 }, itemStyle: { color },
        data: bars.map((point) => point ?? ['-', '-']),
      }];
    });
    const values = chart.curves.flatMap((curve) => curve.figures.flatMap((figure) => (
      figure ? [figure.value, figure.low ?? figure.value, figure.high ?? figure.value] : [])));
    const above = legend(tone, names, width);
    return {
      ...base(tone),
      grid: { left: 8, right: 24, top: above.height, bottom: 36, containLabel: true },
      legend: above.option,
      tooltip: {
        ...base(tone).tooltip,
        formatter: (p) => span(`${p.seriesName}, ${chart.parameter} ${number(p.value[0])}: ${number(p.value[1])}`),
      },
      xAxis: {
        type: log ? 'log' : 'value', name: chart.parameter, nameLocation: 'middle', nameGap: 28,
        nameTextStyle: { color: tone.soft },
        axisLabel: { color: tone.soft, hideOverlap: true }, splitLine: { lineStyle: { color: tone.grid } },
      },
      yAxis: yAxis(values, tone),
      series,
    };
  };

  // CPython solid, Java dashed.
  const lineType = (arm) => (arm === 'CPython' ? 'solid' : 'dashed');
  const lockChart = (tone, series, x, y, width) => {
    const axis = (name, nameGap) => ({
      type: 'value', name, nameLocation: 'middle', nameGap, nameTextStyle: { color: tone.soft },
      axisLabel: { color: tone.soft, hideOverlap: true }, splitLine: { lineStyle: { color: tone.grid } },
    });
    const above = legend(tone, series.map((line) => line.name), width);
    return {
      ...base(tone),
      grid: { left: 36, right: 24, top: above.height, bottom: 36, containLabel: true },
      legend: above.option, xAxis: axis(x, 28), yAxis: axis(y, 40), series,
    };
  };
  const slices = (tone, width) => lockChart(
    tone,
    fidelity.slices.map((histogram) => {
      const color = tone.arms[histogram.threads === 2 ? 0 : 1];
      return {
        name: `${histogram.arm}, ${histogram.threads} threads`, type: 'line', step: 'start', symbol: 'none',
        lineStyle: { color, width: 2, type: lineType(histogram.arm) }, itemStyle: { color },
        data: [[0, 0], ...histogram.shares.map((share, bin) => [(bin + 1) * histogram.binMillis, 100 * share])],
      };
    }),
    'length, ms', 'share, %', width);
  const overshoot = (tone, width) => lockChart(
    tone,
    fidelity.overshoots.map((curve, i) => ({
      name: curve.arm, type: 'line', symbol: i ? 'rect' : 'circle', symbolSize: i ? 7 : 11,
      lineStyle: { color: tone.arms[i], width: 2, type: lineType(curve.arm) }, itemStyle: { color: tone.arms[i] },
      data: curve.points.map((point) => [point.intervalMillis, point.overshootMillis]),
    })),
    'switch interval, ms', 'overshoot, ms', width);

  // What each element of the page shows: a function of the tone and the width.
  const plots = new Map();
  for (const chart of report?.charts ?? []) {
    if (chart.blocks.length) plots.set(chart.id, (tone, width) => trials(chart, tone, width));
    for (const part of chart.latencies) plots.set(part.id, (tone, width) => latency(chart, part, tone, width));
  }
  for (const chart of report?.sweeps ?? []) {
    if (chart.curves.some((curve) => curve.figures.some((figure) => figure))) {
      plots.set(chart.id, (tone, width) => sweep(chart, tone, width));
    }
  }
  if (fidelity) {
    plots.set('fidelity-slices', slices);
    plots.set('fidelity-overshoot', overshoot);
  }

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const drawn = new Map();
  const drawAll = (tone) => plots.forEach((option, id) => {
    const place = document.getElementById(id);
    if (!place) return;
    place.closest('figure').hidden = false;
    if (!drawn.has(id)) drawn.set(id, echarts.init(place, null, { renderer: 'svg' }));
    drawn.get(id).resize();
    drawn.get(id).setOption(option(tone, place.clientWidth), true);
  });

  // A table that is wider than the page says so.
  const markWideTables = () => document.querySelectorAll('.scroll').forEach((region) => {
    const hidden = region.scrollWidth - region.clientWidth - region.scrollLeft;
    region.classList.toggle('wide', region.scrollWidth > region.clientWidth + 1);
    region.classList.toggle('more', hidden > 1);
  });
  document.querySelectorAll('.scroll').forEach((region) => region.addEventListener('scroll', markWideTables));
  document.querySelectorAll('details').forEach((details) => details.addEventListener('toggle', markWideTables));

  const show = () => {
    drawAll(tones[dark.matches ? 'dark' : 'light']);
    markWideTables();
  };
  show();
  dark.addEventListener('change', show);
  addEventListener('beforeprint', () => drawAll(tones.light));
  addEventListener('afterprint', show);
  addEventListener('resize', show);
})();
