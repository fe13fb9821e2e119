// What is being searched: read from the URL, written to it, and turned into a request.

import { parseAmount } from './money.js';

const DAY = 86400000;
const VALUE_KINDS = new Set(['path', 'category', 'tags']);
const FACET_KINDS = new Set([...VALUE_KINDS, 'number']);
const FACET_LIMIT = 20;
const POINT_PARTS = { near: ['lat', 'lon', 'km'], within: ['south', 'west', 'north', 'east'] };

export { POINT_PARTS };

/** Adds days to a date written yyyy-mm-dd. */
export function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The check-in dates that may be asked: { first, last }, or null where there are none. */
export function checkInRange(description) {
  const horizon = description.horizon;
  if (!horizon || !description.price_model) {
    return null;
  }
  const first = description.today > horizon.first_night ? description.today : horizon.first_night;
  const last = addDays(horizon.first_night, horizon.nights - 1);
  return first <= last ? { first, last } : null;
}

/** Whether the page offers a control for this filter. */
export function isOffered(filter) {
  return FACET_KINDS.has(filter.kind) || filter.kind === 'point' || filter.kind === 'keyword';
}

export function isValueFilter(filter) {
  return VALUE_KINDS.has(filter.kind);
}

export function defaultState(description) {
  const range = checkInRange(description);
  let checkIn = '';
  if (range) {
    const next = addDays(range.first, 1);
    checkIn = next <= range.last ? next : range.first;
  }
  return {
    checkIn,
    nights: '1',
    rooms: [{ adults: '2', children: [] }],
    filters: {},
    budget: { min: '', max: '' },
    sort: '',
    size: '20',
  };
}

function emptyFilter(filter) {
  if (isValueFilter(filter)) {
    return [];
  }
  if (filter.kind === 'keyword') {
    return { words: '' };
  }
  return filter.kind === 'number' ? { min: '', max: '' } : { mode: '', parts: [] };
}

/** The state of one filter, made where it is not there yet. */
export function filterState(state, filter) {
  state.filters[filter.name] ??= emptyFilter(filter);
  return state.filters[filter.name];
}

function readRooms(text) {
  return text.split(';').map((room) => {
    const [adults, ages] = room.split('-');
    return { adults, children: ages ? ages.split(',') : [] };
  });
}

function writeRooms(rooms) {
  const write = (room) => room.adults + (room.children.length ? `-${room.children.join(',')}` : '');
  return rooms.map(write).join(';');
}

function readFilter(parameters, filter, state) {
  const name = `where.${filter.name}`;
  if (isValueFilter(filter)) {
    state.filters[filter.name] = parameters.getAll(name);
  } else if (filter.kind === 'number') {
    const limit = (end) => parameters.get(`${name}.${end}`) ?? '';
    state.filters[filter.name] = { min: limit('min'), max: limit('max') };
  } else if (filter.kind === 'keyword') {
    state.filters[filter.name] = { words: parameters.get(name) ?? '' };
  } else {
    for (const mode of Object.keys(POINT_PARTS)) {
      if (parameters.has(`${name}.${mode}`)) {
        state.filters[filter.name] = { mode, parts: parameters.get(`${name}.${mode}`).split(',') };
      }
    }
  }
}

/** Reads a state from the page's query string; without one of a search, the default. */
export function readState(parameters, description) {
  const state = defaultState(description);
  if ([...parameters.keys()].every((key) => key === 'catalog')) {
    return state;
  }
  state.checkIn = parameters.get('check_in') ?? '';
  state.nights = parameters.get('nights') ?? '1';
  state.rooms = readRooms(parameters.get('rooms') ?? '2');
  state.budget = { min: parameters.get('price.min') ?? '', max: parameters.get('price.max') ?? '' };
  const sort = parameters.get('sort') ?? '';
  state.sort = sort === 'relevance' ? '' : sort;
  state.size = parameters.get('size') ?? '20';
  description.filters.filter(isOffered).forEach((filter) => readFilter(parameters, filter, state));
  return state;
}

function writeFilter(parameters, name, value) {
  if (Array.isArray(value)) {
    value.forEach((entry) => parameters.append(`where.${name}`, entry));
  } else if ('words' in value) {
    if (value.words.trim()) {
      parameters.set(`where.${name}`, value.words);
    }
  } else if ('mode' in value) {
    if (value.parts.some((part) => part?.trim())) {
      parameters.set(`where.${name}.${value.mode}`, value.parts.join(','));
    }
  } else {
    ['min', 'max'].filter((end) => value[end] !== '').forEach((end) => {
      parameters.set(`where.${name}.${end}`, value[end]);
    });
  }
}

/** Writes a state as the page's query string, so that a reload asks the same. */
export function writeState(state, catalog) {
  const parameters = new URLSearchParams({ catalog });
  if (state.checkIn) {
    parameters.set('check_in', state.checkIn);
  }
  parameters.set('nights', state.nights);
  parameters.set('rooms', writeRooms(state.rooms));
  Object.entries(state.filters).forEach(([name, value]) => writeFilter(parameters, name, value));
  ['min', 'max'].filter((end) => state.budget[end] !== '').forEach((end) => {
    parameters.set(`price.${end}`, state.budget[end]);
  });
  if (state.sort) {
    parameters.set('sort', state.sort);
  }
  parameters.set('size', state.size);
  return parameters.toString();
}

/** Collects what is wrong before anything is sent. */
class Reader {
  problems = [];

  number(text, pointer) {
    const plain = text.normalize('NFKC').trim();
    if (plain === '') {
      this.problems.push({ pointer, detail: 'a number is missing here', missing: true });
      return null;
    }
    if (!Number.isFinite(Number(plain))) {
      this.problems.push({ pointer, detail: `"${text}" is not a number` });
      return null;
    }
    return Number(plain);
  }

  optionalNumber(text, pointer) {
    return text.trim() === '' ? undefined : this.number(text, pointer);
  }

  amount(text, pointer, description) {
    const { minor, problem } = parseAmount(text, description.currency, description.currency_digits);
    if (problem) {
      this.problems.push({ pointer, detail: problem });
    }
    return minor ?? undefined;
  }
}

function compact(object) {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

function readStay(state, description, reader) {
  if (!description.price_model) {
    return undefined;
  }
  const rooms = state.rooms.map((room, index) => {
    const pointer = `/stay/rooms/${index}`;
    const adults = reader.number(room.adults, `${pointer}/adults`);
    const children = room.children.map((age) => reader.number(age, `${pointer}/children`));
    return children.length ? { adults, children } : { adults };
  });
  if (!state.checkIn) {
    return { rooms };
  }
  return { check_in: state.checkIn, nights: reader.number(state.nights, '/stay/nights'), rooms };
}

function readCondition(filter, value, reader) {
  const pointer = `/where/${filter.name}`;
  if (isValueFilter(filter)) {
    if (value.length === 0) {
      return undefined;
    }
    return filter.kind === 'tags' ? { all: value } : value;
  }
  if (filter.kind === 'keyword') {
    return value.words.trim() ? value.words : undefined;
  }
  if (filter.kind === 'number') {
    return compact({
      min: reader.optionalNumber(value.min, `${pointer}/min`),
      max: reader.optionalNumber(value.max, `${pointer}/max`),
    });
  }
  if (!value.mode || !value.parts.some((part) => part?.trim())) {
    return undefined;
  }
  const names = POINT_PARTS[value.mode];
  const numbers = names.map((name, index) =>
    reader.number(value.parts[index] ?? '', `${pointer}/${name}`));
  return value.mode === 'within'
    ? { within: numbers }
    : { near: Object.fromEntries(names.map((name, index) => [name, numbers[index]])) };
}

/**
 * Turns a state into { request, problems }; it is to be sent only where problems is empty. A problem
 * is { pointer, detail, missing }: missing where somebody may be about to fill it in.
 */
export function toRequest(state, description) {
  const reader = new Reader();
  const where = {};
  const facets = [];
  for (const filter of description.filters) {
    if (isOffered(filter)) {
      where[filter.name] = readCondition(filter, filterState(state, filter), reader);
    }
    if (FACET_KINDS.has(filter.kind) && facets.length < FACET_LIMIT) {
      facets.push(filter.name);
    }
  }
  const price = description.price_model
    ? compact({
        min: reader.amount(state.budget.min, '/price/min', description),
        max: reader.amount(state.budget.max, '/price/max', description),
      })
    : undefined;
  const request = compact({
    stay: readStay(state, description, reader),
    where: compact(where),
    price,
    sort: state.sort || undefined,
    size: reader.number(state.size, '/size'),
    facets,
  });
  return { request, problems: reader.problems };
}
