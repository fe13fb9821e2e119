// The page: picks a catalog, builds its form, and searches whenever the form changes. What is being
// searched stands in the page's URL.

import { element, replaceChildren } from './element.js';
import { SearchForm } from './form.js';
import { clearProblems, ProblemError, showProblem } from './problem.js';
import { releaseText, ResultList, showWarnings } from './result.js';
import { readState, toRequest, writeState } from './state.js';

const SETTLE_MILLISECONDS = 120;
const UNREACHABLE = {
  title: 'No answer',
  detail: 'The server does not answer. It may have been stopped: start it, then try again.',
};

let catalog;
let description;
let state;
let form;
let results;
let running = null;
let settling = null;

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: 'application/json' }, ...options });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ProblemError(UNREACHABLE);
  }
  const body = await response.json().catch((failure) => {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ProblemError({ title: 'Unreadable answer', detail: `status ${response.status}` });
  });
  if (!response.ok) {
    throw new ProblemError(body);
  }
  const timing = /dur=([\d.]+)/.exec(response.headers.get('Server-Timing') ?? '');
  return { body, milliseconds: timing ? Number(timing[1]) : null };
}

function busy(on) {
  document.getElementById('results').setAttribute('aria-busy', String(on));
  document.body.classList.toggle('busy', on);
}

/** Runs something that asks the server; a newer run ends an older one. */
async function run(work, retry, keepResults = false) {
  running?.abort();
  const own = new AbortController();
  running = own;
  busy(true);
  try {
    await work(own.signal);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      return;
    }
    if (!(failure instanceof ProblemError)) {
      throw failure;
    }
    showFailure(failure.problem, retry, keepResults);
  } finally {
    if (running === own) {
      busy(false);
    }
  }
}

function showFailure(problem, retry, keepResults) {
  if (!keepResults) {
    clearResults();
  }
  if (problem.status === 410) {
    showProblem(problem, ['Search again', () => search()]);
  } else if (problem.status === undefined || problem.status >= 500) {
    showProblem(problem, ['Try again', retry]);
  } else {
    showProblem(problem);
  }
}

function post(request, signal) {
  return ask(`v1/${encodeURIComponent(catalog)}/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
}

function showSummary(answer, milliseconds) {
  const found = answer.total === 0 ? 'Nothing found' : `${answer.total.toLocaleString()} found`;
  const took = milliseconds === null ? '' : ` in ${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
  document.getElementById('summary').textContent = found + took;
  document.getElementById('release').textContent = releaseText(answer);
  showWarnings(answer.warnings ?? []);
}

function showChosen() {
  const chosen = form.listChosen();
  replaceChildren(document.getElementById('chosen'), chosen.map(({ text, drop }) =>
    element('button', {
      type: 'button',
      'aria-label': `Remove ${text}`,
      click: () => {
        drop();
        changed();
      },
    }, text, element('span', { 'aria-hidden': 'true' }, ' ×'))));
}

function showNext(answer) {
  const place = document.getElementById('more');
  if (!answer.next) {
    place.replaceChildren();
    return;
  }
  const button = element(
    'button', { type: 'button', class: 'primary', click: () => searchNext(answer.next) }, 'Next page');
  place.replaceChildren(button);
}

function clearResults() {
  results?.clear();
  document.getElementById('summary').textContent = '';
  document.getElementById('more').replaceChildren();
}

/** Searches for what the form says. Somebody who is still filling in a field is not told yet. */
function search({ patient = false, replace = false } = {}) {
  const { request, problems } = toRequest(state, description);
  if (patient && problems.some((problem) => problem.missing)) {
    return;
  }
  clearProblems();
  showChosen();
  if (problems.length) {
    clearResults();
    showProblem({ title: 'Please check', detail: 'Some fields cannot be read.', errors: problems });
    return;
  }
  const query = `?${writeState(state, catalog)}`;
  if (replace) {
    history.replaceState(null, '', query);
  } else if (query !== location.search) {
    history.pushState(null, '', query);
  }
  run(async (signal) => {
    const { body, milliseconds } = await post(request, signal);
    clearResults();
    results.add(body, state);
    form.showFacets(body.facets ?? {});
    showSummary(body, milliseconds);
    showNext(body);
  }, () => search());
}

function searchNext(cursor) {
  const { request } = toRequest(state, description);
  clearProblems();
  run(async (signal) => {
    const { body, milliseconds } = await post({ ...request, facets: [], cursor }, signal);
    const first = results.add(body, state);
    showSummary(body, milliseconds);
    showNext(body);
    first?.focus();
  }, () => searchNext(cursor), true);
}

function changed() {
  form.showDependants();
  clearTimeout(settling);
  settling = setTimeout(() => search({ patient: true }), SETTLE_MILLISECONDS);
}

function showCatalog() {
  state = readState(new URLSearchParams(location.search), description);
  form = new SearchForm(description, state);
  results = new ResultList(description);
  clearResults();
  form.show();
  document.title = `${catalog} – Tatami`;
}

function openCatalog(name) {
  catalog = name;
  document.getElementById('catalog').value = name;
  clearProblems();
  run(async (signal) => {
    description = (await ask(`v1/${encodeURIComponent(name)}`, { signal })).body;
    showCatalog();
    search({ replace: true });
  }, () => openCatalog(name));
}

function chooseCatalog(catalogs) {
  const names = catalogs.map((entry) => entry.catalog);
  const asked = new URLSearchParams(location.search).get('catalog');
  replaceChildren(
    document.getElementById('catalog'), names.map((name) => element('option', { value: name }, name)));
  document.getElementById('catalog-field').hidden = names.length < 2;
  if (asked !== null && !names.includes(asked)) {
    const open = () => {
      history.replaceState(null, '', `?${new URLSearchParams({ catalog: names[0] })}`);
      openCatalog(names[0]);
    };
    showProblem(
      { title: 'Unknown catalog', detail: `There is no catalog "${asked}" here.` },
      [`Open "${names[0]}"`, open],
    );
    return;
  }
  openCatalog(asked ?? names[0]);
}

function start() {
  run(async (signal) => {
    const { catalogs } = (await ask('v1', { signal })).body;
    if (catalogs.length === 0) {
      throw new ProblemError({
        title: 'Nothing to search yet',
        detail: 'No release is live. Run "tatami rebuild", then try again.',
      });
    }
    chooseCatalog(catalogs);
  }, start);
}

function openFiltersWhereThereIsRoom() {
  const wide = matchMedia('(min-width: 60rem)');
  const panel = document.getElementById('filter-panel');
  const follow = () => {
    panel.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}

function closePopovers(except) {
  document.querySelectorAll('.popover[open]').forEach((popover) => {
    if (!popover.contains(except)) {
      popover.open = false;
    }
  });
}

document.addEventListener('pointerdown', (event) => closePopovers(event.target));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    closePopovers(null);
  }
});
document.getElementById('form').addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(settling);
  search();
});
document.getElementById('form').addEventListener('change', changed);
document.getElementById('order').addEventListener('change', changed);
document.getElementById('catalog').addEventListener('change', (event) => {
  history.pushState(null, '', `?${new URLSearchParams({ catalog: event.target.value })}`);
  openCatalog(event.target.value);
});
window.addEventListener('popstate', () => {
  const asked = new URLSearchParams(location.search).get('catalog');
  if (asked === null || asked === catalog) {
    showCatalog();
    search({ replace: true });
  } else {
    openCatalog(asked);
  }
});

openFiltersWhereThereIsRoom();
start();
