// One control per filter of the catalog. Values carry the count of the last answer; choosing one
// changes the search.

import { element, field, humanName, replaceChildren } from './element.js';
import { POINT_PARTS } from './state.js';

const SHOWN_VALUES = 8;
const FOUND_VALUES = 50;
const FIND_FROM = 12;
const MOST_WORD_LETTERS = 100;
const PART_NAMES = {
  lat: 'Latitude',
  lon: 'Longitude',
  km: 'Within km',
  south: 'South',
  west: 'West',
  north: 'North',
  east: 'East',
};

function changed(node) {
  node.dispatchEvent(new Event('change', { bubbles: true }));
}

function panel(filter, content) {
  return element(
    'details',
    { class: 'filter', open: true, 'data-pointer': `/where/${filter.name}` },
    element('summary', {}, humanName(filter.name)),
    content,
  );
}

/** The names of a path value, from the outermost in. */
function pathNames(value) {
  return value.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function parentOf(value) {
  const slash = value.lastIndexOf('/');
  return slash < 0 ? null : value.slice(0, slash);
}

function fold(text) {
  return text.normalize('NFKC').toLowerCase();
}

/** Path, category and tags: check boxes with counts. */
export class ValueFilter {
  constructor(filter, chosen) {
    this.filter = filter;
    this.chosen = chosen;
    this.known = filter.values ?? [];
    this.counts = new Map();
    this.complete = false;
    this.expanded = false;
    this.find = '';
    this.list = element('ul', { class: 'values' });
    this.toggle = element('button', {
      type: 'button',
      class: 'link',
      click: () => {
        this.expanded = !this.expanded;
        this.showValues();
      },
    });
    this.root = panel(filter, element('div', {}, this.hint(), this.findField(), this.list, this.toggle));
    this.showValues();
  }

  isActive() {
    return this.chosen.length > 0;
  }

  hint() {
    return this.filter.kind === 'tags' ? element('p', { class: 'hint' }, 'all of those ticked') : null;
  }

  findField() {
    if (this.known.length < FIND_FROM) {
      return null;
    }
    const id = `find-${this.filter.name}`;
    const search = (event) => {
      this.find = event.target.value;
      this.showValues();
    };
    const input = element('input', {
      id,
      type: 'search',
      placeholder: 'Find…',
      'aria-label': `Find in ${humanName(this.filter.name)}`,
      input: search,
      change: (event) => event.stopPropagation(),
      keydown: (event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
        }
      },
    });
    return input;
  }

  showFacet(facet) {
    this.counts = new Map((facet?.values ?? []).map((entry) => [entry.value, entry.count]));
    this.complete = facet !== undefined && !facet.more;
    this.showValues();
  }

  label(value) {
    if (this.filter.kind !== 'path') {
      return value;
    }
    const names = pathNames(value);
    return this.find ? names.join(' › ') : names[names.length - 1];
  }

  choose(value, on) {
    const related = (other) => this.filter.kind === 'path'
      && (other.startsWith(`${value}/`) || value.startsWith(`${other}/`));
    const kept = this.chosen.filter((other) => other !== value && !(on && related(other)));
    this.chosen.splice(0, this.chosen.length, ...kept, ...(on ? [value] : []));
    this.showValues();
  }

  listChosen() {
    return this.chosen.map((value) => ({
      text: this.filter.kind === 'path' ? pathNames(value).join(' › ') : value,
      drop: () => this.choose(value, false),
    }));
  }

  /** The values to show, those of a path below their parent; and how many more there are. */
  candidates() {
    if (this.find) {
      const wanted = fold(this.find);
      const all = [...new Set([...this.counts.keys(), ...this.known])];
      const found = all.filter((value) => fold(pathNames(value).join(' › ')).includes(wanted));
      return { values: found.slice(0, FOUND_VALUES), hidden: 0 };
    }
    const counted = this.counts.size ? [...this.counts.keys()] : this.known;
    const all = [...new Set([...counted, ...this.chosen])];
    if (this.filter.kind === 'path') {
      return this.tree(all);
    }
    const values = all.filter((value, index) =>
      this.expanded || index < SHOWN_VALUES || this.chosen.includes(value));
    return { values, hidden: all.length - values.length };
  }

  tree(all) {
    const present = new Set(all);
    const children = new Map();
    for (const value of all) {
      let parent = parentOf(value);
      while (parent !== null && !present.has(parent)) {
        parent = parentOf(parent);
      }
      children.set(parent, [...(children.get(parent) ?? []), value]);
    }
    const roots = children.get(null) ?? [];
    const values = [];
    const add = (value, index, siblings) => {
      const chosenHere = this.chosen.some((other) => other === value || other.startsWith(`${value}/`));
      const isOpen = siblings === roots && roots.length === 1;
      if (this.expanded || index < SHOWN_VALUES || chosenHere) {
        values.push(value);
        if (this.expanded || isOpen || chosenHere) {
          (children.get(value) ?? []).forEach(add);
        }
      }
    };
    roots.forEach(add);
    return { values, hidden: all.length - values.length };
  }

  showValues() {
    const { values, hidden } = this.candidates();
    replaceChildren(this.list, values.map((value) => this.item(value)));
    this.toggle.hidden = Boolean(this.find) || (hidden === 0 && !this.expanded);
    this.toggle.textContent = this.expanded ? 'Show fewer' : `Show ${hidden} more`;
  }

  item(value) {
    const id = `value-${this.filter.name}-${value}`;
    const count = this.counts.get(value) ?? (this.complete ? 0 : null);
    const box = element('input', {
      id,
      type: 'checkbox',
      checked: this.chosen.includes(value),
      change: (event) => this.choose(value, event.target.checked),
    });
    const depth = this.filter.kind === 'path' && !this.find ? pathNames(value).length - 1 : 0;
    return element(
      'li',
      { class: `depth-${Math.min(depth, 4)}` },
      element(
        'label',
        { title: pathNames(value).join(' › ') },
        box,
        element('span', { class: 'value' }, this.label(value)),
        count === null ? null : element('span', { class: 'count' }, count.toLocaleString()),
      ),
    );
  }
}

/** Keyword: words that a text must have. */
export class WordsFilter {
  constructor(filter, value) {
    this.filter = filter;
    this.value = value;
    const update = (event) => {
      this.value.words = event.target.value;
    };
    this.input = element('input', {
      id: `words-${filter.name}`,
      type: 'search',
      autocomplete: 'off',
      maxlength: MOST_WORD_LETTERS,
      value: value.words,
      input: update,
      change: update,
    });
    const hint = element('p', { class: 'hint' }, 'all of these; "two words" as they stand');
    this.root = panel(
      filter, element('div', {}, field('Contains', this.input, `/where/${filter.name}`), hint));
  }

  isActive() {
    return this.value.words.trim() !== '';
  }

  /** Whether the result can be ordered by these words. */
  hasRelevance() {
    return this.filter.grain === 'property' && this.isActive();
  }

  showFacet() {}

  listChosen() {
    if (!this.isActive()) {
      return [];
    }
    const drop = () => {
      this.value.words = '';
      this.input.value = '';
    };
    return [{ text: `${humanName(this.filter.name)} ${this.value.words.trim()}`, drop }];
  }
}

/** Number: a closed range, with a histogram whose bars can be chosen. */
export class NumberFilter {
  constructor(filter, range) {
    this.filter = filter;
    this.range = range;
    this.inputs = Object.fromEntries(['min', 'max'].map((end) => [end, this.input(end)]));
    this.bars = element('ul', { class: 'bars' });
    const pointer = `/where/${filter.name}`;
    this.root = panel(filter, element(
      'div',
      {},
      element(
        'div',
        { class: 'pair' },
        field('From', this.inputs.min, `${pointer}/min`),
        field('To', this.inputs.max, `${pointer}/max`),
      ),
      this.bars,
    ));
    this.showFacet(undefined);
  }

  isActive() {
    return this.range.min !== '' || this.range.max !== '';
  }

  input(end) {
    const update = (event) => {
      this.range[end] = event.target.value;
    };
    return element('input', {
      id: `number-${this.filter.name}-${end}`,
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      value: this.range[end],
      input: update,
      change: update,
    });
  }

  set(min, max) {
    this.range.min = min;
    this.range.max = max;
    this.inputs.min.value = min;
    this.inputs.max.value = max;
  }

  listChosen() {
    if (!this.isActive()) {
      return [];
    }
    const text = `${humanName(this.filter.name)} ${this.range.min || '…'} – ${this.range.max || '…'}`;
    return [{ text, drop: () => this.set('', '') }];
  }

  showFacet(facet) {
    const bounds = { min: facet?.min ?? this.filter.min, max: facet?.max ?? this.filter.max };
    for (const end of ['min', 'max']) {
      this.inputs[end].placeholder = bounds[end] ?? 'any';
    }
    const buckets = (facet?.buckets ?? []).filter((bucket) => bucket.count > 0);
    const largest = Math.max(1, ...buckets.map((bucket) => bucket.count));
    replaceChildren(this.bars, buckets.map((bucket, index) => this.bar(bucket, index, largest)));
  }

  bar(bucket, index, largest) {
    const range = `${bucket.from} – ${bucket.to}`;
    const fill = element('span', { class: 'fill' });
    fill.style.setProperty('--share', `${(100 * bucket.count) / largest}%`);
    const button = element(
      'button',
      {
        type: 'button',
        id: `bar-${this.filter.name}-${index}`,
        'aria-label': `${humanName(this.filter.name)} ${range}: ${bucket.count}`,
        click: () => {
          this.set(String(bucket.from), String(bucket.to));
          changed(button);
        },
      },
      fill,
      element('span', { class: 'value' }, range),
      element('span', { class: 'count' }, bucket.count.toLocaleString()),
    );
    return element('li', {}, button);
  }
}

/** Point: near a place, or inside a rectangle. */
export class PointFilter {
  constructor(filter, point) {
    this.filter = filter;
    this.point = point;
    const id = `mode-${filter.name}`;
    this.mode = element(
      'select',
      {
        id,
        change: (event) => {
          this.point.mode = event.target.value;
          this.point.parts = [];
          this.showParts();
        },
      },
      [['', 'Anywhere'], ['near', 'Near a point'], ['within', 'In a rectangle']].map(([value, text]) =>
        element('option', { value, selected: value === point.mode }, text)),
    );
    this.parts = element('div', { class: 'pair' });
    this.root = panel(filter, element(
      'div', {}, field('Where', this.mode, `/where/${filter.name}`), this.parts));
    this.showParts();
  }

  isActive() {
    return this.point.mode !== '';
  }

  /** Whether there is a point to measure distances from. */
  isNear() {
    const names = POINT_PARTS.near;
    return this.point.mode === 'near' && names.every((_, index) => this.point.parts[index]?.trim());
  }

  showFacet() {}

  listChosen() {
    if (!this.point.parts.some((part) => part?.trim())) {
      return [];
    }
    const drop = () => {
      this.point.mode = '';
      this.point.parts = [];
      this.mode.value = '';
      this.showParts();
    };
    const words = this.point.mode === 'near' ? 'near' : 'in';
    return [{ text: `${humanName(this.filter.name)} ${words} ${this.point.parts.join(', ')}`, drop }];
  }

  showParts() {
    const names = POINT_PARTS[this.point.mode] ?? [];
    replaceChildren(this.parts, names.map((name, index) => {
      const update = (event) => {
        this.point.parts[index] = event.target.value;
      };
      const input = element('input', {
        id: `point-${this.filter.name}-${name}`,
        type: 'text',
        inputmode: 'text',
        autocomplete: 'off',
        value: this.point.parts[index] ?? '',
        input: update,
        change: update,
      });
      return field(PART_NAMES[name], input, `/where/${this.filter.name}/${name}`);
    }));
  }
}
