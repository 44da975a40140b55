// Shows and hides a model in every table and chart at once, and switches the theme.
const choose = () => {
  showChoice();
  writeAddress();
  show();
};

boxes.forEach((box) => box.addEventListener('change', () => {
  chosen.hidden[box.checked ? 'delete' : 'add'](box.value);
  choose();
}));
document.getElementById('all-models')?.addEventListener('click', () => {
  chosen.hidden.clear();
  choose();
});
themes?.addEventListener('change', () => {
  chosen.theme = themes.value;
  choose();
});

// The browser finds no part in an address with a choice, and charts move what it found in another.
const goToPart = () => document.getElementById(decoded(chosen.part))?.scrollIntoView();
addEventListener('hashchange', () => {
  if (readAddress()) {
    choose();
    goToPart();
  } else {
    writeAddress();
  }
});

const controls = document.getElementById('page-controls');
if (controls) controls.hidden = false;
goToPart();
