// Draws every chart that is registered, and again when the tone or the width changes.
const dark = matchMedia('(prefers-color-scheme: dark)');
const drawn = new Map();
const drawAll = (tone) => plots.forEach((option, id) => {
  const element = document.getElementById(id);
  if (!element) return;
  element.closest('figure').hidden = false;
  if (heights.has(id)) element.style.height = `${heights.get(id)(element.clientWidth)}px`;
  if (!drawn.has(id)) drawn.set(id, echarts.init(element, null, { renderer: 'svg' }));
  drawn.get(id).resize();
  drawn.get(id).setOption(option(tone, element.clientWidth), true);
});

// A table that is wider than the page says so.
const markWideTables = () => document.querySelectorAll('.scroll').forEach((region) => {
  const beyond = region.scrollWidth - region.clientWidth - region.scrollLeft;
  region.classList.toggle('wide', region.scrollWidth > region.clientWidth + 1);
  region.classList.toggle('more', beyond > 1);
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
