// Draws every chart that is registered, and again when the tone, the width or the choice of models changes.
const dark = matchMedia('(prefers-color-scheme: dark)');
const paper = matchMedia('print');
const drawn = new Map();
const draw = (id, option, tone, hidden) => {
  const element = document.getElementById(id);
  if (!element) return;
  const figure = element.closest('figure');
  figure.hidden = false;
  const drawing = option(tone, element.clientWidth, hidden);
  if (drawing.series.every((series) => series.data?.length === 0)) {
    figure.hidden = true; // each of its models is hidden
    return;
  }
  if (heights.has(id)) element.style.height = `${heights.get(id)(element.clientWidth, hidden)}px`;
  if (!drawn.has(id)) drawn.set(id, echarts.init(element, null, { renderer: 'svg' }));
  drawn.get(id).resize();
  drawn.get(id).setOption(drawing, true);
};
const drawAll = (tone, hidden) => plots.forEach((option, id) => draw(id, option, tones[tone], hidden));

// A table that is wider than the page says so.
const markWideTables = () => document.querySelectorAll('.scroll').forEach((region) => {
  const beyond = region.scrollWidth - region.clientWidth - region.scrollLeft;
  region.classList.toggle('wide', region.scrollWidth > region.clientWidth + 1);
  region.classList.toggle('more', beyond > 1);
});
document.querySelectorAll('.scroll').forEach((region) => region.addEventListener('scroll', markWideTables));
document.querySelectorAll('details').forEach((details) => details.addEventListener('toggle', markWideTables));

// Paper is light and has every model.
const showOnPaper = () => drawAll('light', new Set());
const showOnScreen = () => {
  const wished = chosen.theme === 'system' ? dark.matches : chosen.theme === 'dark';
  drawAll(wished ? 'dark' : 'light', chosen.hidden);
};
const show = () => {
  if (paper.matches) showOnPaper(); else showOnScreen();
  markWideTables();
};
show();
dark.addEventListener('change', show);
paper.addEventListener('change', show);
addEventListener('beforeprint', showOnPaper);
addEventListener('afterprint', show);
addEventListener('resize', show);
