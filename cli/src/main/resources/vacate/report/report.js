// Shows the filter, and makes it work: a line stays if it has all the words and one of the verdicts.
(function () {
  'use strict';
  var form = document.getElementById('filter');
  if (!form) {
    return;
  }
  var box = document.getElementById('filter-text');
  var count = document.getElementById('filter-count');
  var buttons = Array.from(form.querySelectorAll('button'));
  var rows = Array.from(document.querySelectorAll('#matrix-table tbody tr'));

  function isPressed(button) {
    return button.getAttribute('aria-pressed') === 'true';
  }

  function fits(row, words, verdicts) {
    var text = row.dataset.text;
    var has = row.dataset.verdicts.split('|');
    return (
      words.every(function (word) { return text.includes(word); }) ?
        verdicts.length === 0 ? true : verdicts.some(function (verdict) { return has.includes(verdict); })
        : false);
  }

  function apply() {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    var verdicts = buttons.filter(isPressed).map(function (button) { return button.dataset.verdict; });
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !fits(row, words, verdicts);
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = shown + ' of ' + rows.length + ' lines';
  }

  box.addEventListener('input', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  buttons.forEach(function (button) {
    button.addEventListener('click', function () {
      button.setAttribute('aria-pressed', String(!isPressed(button)));
      apply();
    });
  });
  form.hidden = false;
  apply();
})();
