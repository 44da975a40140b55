// The data of the page, and the registry of its charts. Every value stands in a table as well; no script computes one.
// The scripts of this folder are joined in one function, in the order that Templates.java gives: they share names.
const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? 'null');
const report = read('report-data');
const fidelity = read('fidelity-data');

// Id of an element -> what it shows, a function (tone, width, hidden) -> option of ECharts. `hidden` is a Set of names
// of arms: the chart leaves their series and points out, and no other arm changes its colour or symbol.
const plots = new Map();
// Id of an element -> the data of its chart, as in ChartData.java.
const chartData = new Map();
// Id of an element -> its height in pixels, a function (width, hidden); without one the style sheet has it.
const heights = new Map();
const register = (id, data, option, height) => {
  chartData.set(id, data);
  plots.set(id, (tone, width, hidden = new Set()) => option(data, tone, width, hidden));
  if (height) heights.set(id, (width, hidden = new Set()) => height(data, width, hidden));
};
