// Shows a problem document: as a message above the results, and next to each field that it names.

import { element, replaceChildren } from './element.js';

/** What went wrong, as a problem document. */
export class ProblemError extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

function findField(pointer) {
  const fields = [...document.querySelectorAll('[data-pointer]')];
  for (let rest = pointer; rest; rest = rest.slice(0, rest.lastIndexOf('/'))) {
    const found = fields.find((candidate) => candidate.dataset.pointer === rest);
    if (found) {
      return found;
    }
  }
  return null;
}

export function clearProblems() {
  document.querySelectorAll('.field-problem').forEach((message) => message.remove());
  document.querySelectorAll('[aria-invalid]').forEach((control) => {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  });
  document.getElementById('problem').replaceChildren();
}

function showAtField(error, index) {
  const place = error.pointer ? findField(error.pointer) : null;
  if (!place) {
    return false;
  }
  const id = `problem-${index}`;
  place.append(element('p', { class: 'field-problem', id }, error.detail));
  for (let parent = place; parent; parent = parent.parentElement?.closest('details')) {
    if (parent.tagName === 'DETAILS') {
      parent.open = true;
    }
  }
  const control = place.querySelector('input, select');
  control?.setAttribute('aria-invalid', 'true');
  control?.setAttribute('aria-describedby', id);
  return true;
}

/** Shows a problem; what no field can show stands in the message. The action is [label, function]. */
export function showProblem(problem, action = null) {
  const elsewhere = (problem.errors ?? []).filter((error, index) => !showAtField(error, index));
  const text = (error) => [error.pointer ?? error.parameter, error.detail].filter(Boolean).join(': ');
  replaceChildren(
    document.getElementById('problem'),
    element(
      'div',
      { class: 'notice' },
      element('strong', {}, problem.title ?? 'Problem'),
      element('p', {}, problem.detail ?? ''),
      elsewhere.length ? element('ul', {}, elsewhere.map((error) => element('li', {}, text(error)))) : null,
      action ? element('button', { type: 'button', click: action[1] }, action[0]) : null,
    ),
  );
}
