// Draws how faithful the lock is.
(() => {
  'use strict';
  const plots = JSON.parse(document.getElementById('fidelity-data').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tones = {
    light: { text: '#1c2126', soft: '#59636e', grid: '#e3e6e9', colours: ['#0072b2', '#d55e00'] },
    dark: { text: '#e3e7eb', soft: '#a3adb8', grid: '#2f373f', colours: ['#56b4e9', '#ff9857'] },
  };
  const axis = (tone, name) => ({
    type: 'value', name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: tone.soft },
    axisLabel: { color: tone.soft }, splitLine: { lineStyle: { color: tone.grid } },
  });
  const option = (tone, series, x, y) => ({
    animation: false, backgroundColor: 'transparent',
    textStyle: { color: tone.text, fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 36, right: 24, top: 40, bottom: 36, containLabel: true },
    legend: { top: 0, left: 0, itemGap: 18, itemWidth: 36, textStyle: { color: tone.text } },
    xAxis: axis(tone, x), yAxis: { ...axis(tone, y), nameGap: 40 }, series,
  });
  const lineType = (arm) => (arm === 'CPython' ? 'solid' : 'dashed');

  const slices = (tone) => option(
    tone,
    plots.slices.map((histogram) => {
      const color = tone.colours[histogram.threads === 2 ? 0 : 1];
      return {
        name: `${histogram.arm}, ${histogram.threads} threads`, type: 'line', step: 'start', symbol: 'none',
        lineStyle: { color, width: 2, type: lineType(histogram.arm) }, itemStyle: { color },
        data: [[0, 0], ...histogram.shares.map((share, bin) => [(bin + 1) * histogram.binMillis, 100 * share])],
      };
    }),
    'length, ms', 'share, %');

  const overshoot = (tone) => option(
    tone,
    plots.overshoots.map((curve, i) => ({
      name: curve.arm, type: 'line', symbol: i ? 'rect' : 'circle', symbolSize: i ? 7 : 11,
      lineStyle: { color: tone.colours[i], width: 2, type: lineType(curve.arm) }, itemStyle: { color: tone.colours[i] },
      data: curve.points.map((point) => [point.intervalMillis, point.overshootMillis]),
    })),
    'switch interval, ms', 'overshoot, ms');

  const drawn = new Map();
  const draw = (id, what) => {
    const place = document.getElementById(id);
    place.closest('figure').hidden = false;
    if (!drawn.has(id)) drawn.set(id, echarts.init(place, null, { renderer: 'svg' }));
    drawn.get(id).setOption(what, true);
  };
  const drawAll = (tone) => {
    draw('fidelity-slices', slices(tone));
    draw('fidelity-overshoot', overshoot(tone));
  };
  const tone = () => tones[dark.matches ? 'dark' : 'light'];
  drawAll(tone());
  dark.addEventListener('change', () => drawAll(tone()));
  addEventListener('beforeprint', () => drawAll(tones.light));
  addEventListener('afterprint', () => drawAll(tone()));
  addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
})();
