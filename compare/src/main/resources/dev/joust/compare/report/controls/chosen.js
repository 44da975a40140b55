// What the reader chose: the theme, and which models are hidden. The page keeps it in its address, behind the part that
// it shows, as in #verdicts&hide=processes,hybrid&theme=dark. Nothing is stored.
const THEMES = ['system', 'light', 'dark'];
const chosen = { part: '', theme: 'system', hidden: new Set() };
const boxes = [...document.querySelectorAll('.model')];
const themes = document.getElementById('theme');

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an address that somebody wrote by hand
  }
};

// Whether the address holds a choice. A link to a part of the page holds none.
const readAddress = () => {
  const [first, ...others] = location.hash.slice(1).split('&');
  const choices = new Map((first.includes('=') ? [first, ...others] : others).map((pair) => pair.split('=')));
  chosen.part = first.includes('=') ? '' : first;
  if (!choices.size) return false;
  const hide = (choices.get('hide') ?? '').split(',').map(decoded);
  chosen.hidden = new Set(boxes.map((box) => box.value).filter((model) => hide.includes(model)));
  chosen.theme = THEMES.includes(choices.get('theme')) ? choices.get('theme') : 'system';
  return true;
};

const writeAddress = () => {
  const hide = [...chosen.hidden].map(encodeURIComponent).join(',');
  const hash = [
    chosen.part, hide && `hide=${hide}`, chosen.theme !== 'system' && `theme=${chosen.theme}`,
  ].filter(Boolean).join('&');
  history.replaceState(null, '', location.href.split('#')[0] + (hash && `#${hash}`));
};

// Tables and controls as chosen; charts take it when they are drawn.
const showChoice = () => {
  document.documentElement.dataset.theme = chosen.theme;
  document.querySelectorAll('[data-arm]').forEach((part) => {
    part.classList.toggle('off', chosen.hidden.has(part.dataset.arm));
  });
  boxes.forEach((box) => { box.checked = !chosen.hidden.has(box.value); });
  if (themes) themes.value = chosen.theme;
};

readAddress();
showChoice();
