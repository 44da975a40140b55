// Colours, symbols and words of all charts.

// Okabe and Ito's colours, which colour-blind people can tell apart. Each arm has a symbol of its own as well.
const tones = {
  light: {
    text: '#1c2126', soft: '#59636e', grid: '#e3e6e9', line: '#8b96a1', panel: '#ffffff', band: '#0b4f9c1f',
    arms: ['#0072b2', '#d55e00', '#008a64', '#b3507f', '#8a6d00', '#2b8cbe', '#6a4fa3', '#555555', '#a31621'],
    states: {
      win: '#116329', tie: '#0b4f9c', behind: '#59636e', inconclusive: '#7a4a00', withheld: '#7a4a00',
      held: '#116329', refuted: '#a31621',
    },
  },
  dark: {
    text: '#e3e7eb', soft: '#a3adb8', grid: '#2f373f', line: '#8b96a1', panel: '#1b2025', band: '#8cc4ff2e',
    arms: ['#56b4e9', '#ff9857', '#3ddc97', '#e79fc4', '#f0d34a', '#9ad1ff', '#b9a3ff', '#c4c4c4', '#ff9a94'],
    states: {
      win: '#7ee2a0', tie: '#8cc4ff', behind: '#a3adb8', inconclusive: '#f2c66d', withheld: '#f2c66d',
      held: '#7ee2a0', refuted: '#ff9a94',
    },
  },
};
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'roundRect', 'arrow', 'circle', 'rect'];

// An arm has the same colour and symbol in every chart of the page.
const place = (arm) => Math.max(0, (report?.arms ?? []).indexOf(arm));
const armColour = (tone, arm) => tone.arms[place(arm) % tone.arms.length];
const armSymbol = (arm) => symbols[place(arm) % symbols.length];

const fontFamily = getComputedStyle(document.body).fontFamily;
const LABEL_SIZE = 12;
const LABEL_LINE = 15;

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
    trigger: 'item', confine: true, backgroundColor: tone.panel, borderColor: tone.grid,
    textStyle: { color: tone.text },
  },
  aria: { enabled: false },
});
