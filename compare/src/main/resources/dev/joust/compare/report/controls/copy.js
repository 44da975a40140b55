// Copies a table as CSV and a chart as SVG. Where the page may not write to the clipboard, it saves a file.
const said = document.createElement('p');
said.className = 'apart';
said.setAttribute('role', 'status');
document.querySelector('main').append(said);

const save = (name, type, text) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const copyButton = (format, type, name, title, text) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Copy as ${format}`;
  button.setAttribute('aria-label', `${button.textContent}: ${title}`);
  button.addEventListener('click', async () => {
    const file = `${name}.${format.toLowerCase()}`;
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = `Copied as ${format}: ${title}`;
    } catch {
      save(file, type, text());
      said.textContent = `Saved as ${file}`;
    }
  });
  const tools = document.createElement('div');
  tools.className = 'tools';
  tools.append(button);
  return tools;
};

// The text of a cell without its symbols, which are for the eye alone.
const cellText = (cell) => {
  const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => (
    node.ariaHidden === 'true' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const found = [];
  while (words.nextNode()) {
    if (words.currentNode.nodeType === Node.TEXT_NODE) found.push(words.currentNode.data.trim());
  }
  return found.filter(Boolean).join(' ');
};
// As RFC 4180 has it. A spreadsheet would run a cell that begins like a formula and is no number.
const csvCell = (text) => {
  const harmless = /^[=@]|^[+-][^\d.]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
// What is shown of a table: the hidden models are left out.
const csv = (table) => [...table.rows]
  .filter((row) => !row.classList.contains('off'))
  .map((row) => [...row.cells].filter((cell) => !cell.classList.contains('off')).map(cellText).map(csvCell).join(','))
  .map((line) => `${line}\r\n`).join('');

const svg = (element) => {
  const picture = element.querySelector('svg').cloneNode(true);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(element.closest('figure')).backgroundColor);
  picture.prepend(ground);
  return new XMLSerializer().serializeToString(picture);
};

document.querySelectorAll('.scroll').forEach((region) => {
  const title = region.getAttribute('aria-label');
  const name = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60).replace(/^-|-$/g, '');
  region.after(copyButton('CSV', 'text/csv', name, title, () => csv(region.querySelector('table'))));
});
plots.forEach((_, id) => {
  const element = document.getElementById(id);
  if (!element) return;
  const [title] = element.getAttribute('aria-label').split(/[:;]/);
  element.closest('figure').append(copyButton('SVG', 'image/svg+xml', id, title, () => svg(element)));
});
