// The controls of a search, built from a catalog's description. They write into the state; the page
// hears of it through the form's change events.

import { element, field, humanName, replaceChildren } from './element.js';
import { addDays, checkInRange, filterState, isOffered, isValueFilter } from './state.js';
import { NumberFilter, PointFilter, ValueFilter, WordsFilter } from './filter.js';

const ROOM_LIMIT = 8;
const CHILD_LIMIT = 6;
const OLDEST_CHILD = 17;
const PAGE_SIZES = ['10', '20', '50', '100'];
const SORT_NAMES = {
  recommended: 'Recommended',
  relevance: 'Relevance',
  price: 'Price, lowest first',
  '-price': 'Price, highest first',
  distance: 'Distance',
};

function plural(count, word) {
  return `${count} ${word}${Number(count) === 1 ? '' : 's'}`;
}

function announce(control) {
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Everything above and beside the results. */
export class SearchForm {
  constructor(description, state) {
    this.description = description;
    this.state = state;
    const offered = description.filters.filter(isOffered);
    const wordsFirst = [true, false].flatMap((first) =>
      offered.filter((filter) => (filter.kind === 'keyword') === first));
    this.filters = wordsFirst.map((filter) => {
      const value = filterState(state, filter);
      if (isValueFilter(filter)) {
        return new ValueFilter(filter, value);
      }
      if (filter.kind === 'keyword') {
        return new WordsFilter(filter, value);
      }
      return filter.kind === 'number' ? new NumberFilter(filter, value) : new PointFilter(filter, value);
    });
  }

  show() {
    replaceChildren(
      document.getElementById('stay'),
      this.dateFields(),
      this.roomFields(),
      this.budgetFields(),
      element('button', { type: 'submit', class: 'primary' }, 'Search'),
    );
    document.getElementById('stay').hidden = !this.description.price_model;
    replaceChildren(document.getElementById('filters'), this.filters.map((filter) => filter.root));
    document.getElementById('filter-panel').hidden = this.filters.length === 0;
    document.getElementById('toolbar').hidden = false;
    replaceChildren(document.getElementById('order'), this.sortField(), this.sizeField());
    this.showDependants();
  }

  /** Brings counts, ranges and what depends on other controls up to date. */
  showFacets(facets) {
    this.filters.forEach((filter) => filter.showFacet(facets[filter.filter.name]));
  }

  showDependants() {
    const count = this.filters.filter((filter) => filter.isActive()).length;
    document.getElementById('filter-count').textContent = count ? `(${count} set)` : '';
    const near = this.filters.some((filter) => filter.isNear?.());
    const distance = document.querySelector('#sort option[value="distance"]');
    if (distance) {
      distance.disabled = !near;
      if (!near && this.state.sort === 'distance') {
        this.state.sort = '';
        document.getElementById('sort').value = '';
      }
    }
    this.showDefaultSort();
    this.showCheckOut();
    this.showRoomSummary();
  }

  /** The order that is not asked for is by relevance where there are words, else recommended. */
  showDefaultSort() {
    const byDefault = document.querySelector('#sort option[value=""]');
    const recommended = document.querySelector('#sort option[value="recommended"]');
    if (!byDefault || !recommended) {
      return;
    }
    const hasWords = this.filters.some((filter) => filter.hasRelevance?.());
    byDefault.textContent = SORT_NAMES[hasWords ? 'relevance' : 'recommended'];
    recommended.hidden = !hasWords;
    recommended.disabled = !hasWords;
    if (!hasWords && this.state.sort === 'recommended') {
      this.state.sort = '';
      document.getElementById('sort').value = '';
    }
  }

  input(attributes, owner, key) {
    const update = (event) => {
      owner[key] = event.target.value;
    };
    return element('input', { ...attributes, value: owner[key], input: update, change: update });
  }

  dateFields() {
    const range = checkInRange(this.description);
    if (!range) {
      const text = this.description.price_model
        ? 'Every night of this release is in the past: searching without dates.'
        : '';
      return text ? [element('p', { class: 'quiet' }, text)] : [];
    }
    const checkIn = this.input(
      { id: 'check-in', type: 'date', min: range.first, max: range.last }, this.state, 'checkIn');
    const nights = this.input(
      { id: 'nights', type: 'number', min: 1, max: this.description.maximum_nights, inputmode: 'numeric' },
      this.state, 'nights');
    const hint = element('output', { id: 'check-out', for: 'check-in nights', class: 'hint' });
    return [
      field('Check-in', checkIn, '/stay/check_in'),
      field('Nights', nights, '/stay/nights', hint),
    ];
  }

  showCheckOut() {
    const hint = document.getElementById('check-out');
    if (!hint) {
      return;
    }
    const nights = Number(this.state.nights);
    if (!this.state.checkIn) {
      hint.textContent = 'no date: price of one night';
    } else if (Number.isInteger(nights) && nights > 0 && nights < 10000) {
      const date = new Date(`${addDays(this.state.checkIn, nights)}T00:00:00Z`);
      const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' };
      hint.textContent = `to ${date.toLocaleDateString(undefined, style)}`;
    } else {
      hint.textContent = '';
    }
  }

  roomFields() {
    if (!this.description.price_model) {
      return null;
    }
    this.roomSummary = element('summary', { id: 'room-summary' });
    this.roomList = element('div', { class: 'rooms' });
    this.showRooms();
    return element(
      'div',
      { class: 'field guests', 'data-pointer': '/stay/rooms' },
      element('span', { class: 'label', id: 'room-label' }, 'Guests'),
      element('details', { class: 'popover', 'aria-labelledby': 'room-label' }, this.roomSummary, this.roomList),
    );
  }

  showRooms() {
    const rooms = this.state.rooms;
    const add = element('button', {
      type: 'button',
      id: 'add-room',
      hidden: rooms.length >= ROOM_LIMIT,
      click: (event) => {
        rooms.push({ adults: '2', children: [] });
        this.showRooms();
        announce(this.roomList);
        event.preventDefault();
      },
    }, 'Add a room');
    replaceChildren(this.roomList, rooms.map((room, index) => this.roomFieldset(room, index)), add);
  }

  roomFieldset(room, index) {
    const pointer = `/stay/rooms/${index}`;
    const adults = this.input(
      { id: `adults-${index}`, type: 'number', min: 1, max: 32, inputmode: 'numeric' }, room, 'adults');
    const remove = element('button', {
      type: 'button',
      hidden: this.state.rooms.length === 1,
      click: () => {
        this.state.rooms.splice(index, 1);
        this.showRooms();
        document.getElementById('add-room').focus();
        announce(this.roomList);
      },
    }, `Remove room ${index + 1}`);
    return element(
      'fieldset',
      { 'data-pointer': pointer },
      element('legend', {}, `Room ${index + 1}`),
      field('Adults', adults, `${pointer}/adults`),
      this.childFields(room, index, pointer),
      remove,
    );
  }

  childFields(room, index, pointer) {
    const count = element('input', {
      id: `children-${index}`,
      type: 'number',
      min: 0,
      max: CHILD_LIMIT,
      inputmode: 'numeric',
      value: String(room.children.length),
      change: (event) => {
        const wanted = Math.min(CHILD_LIMIT, Math.max(0, Math.trunc(Number(event.target.value)) || 0));
        while (room.children.length < wanted) {
          room.children.push('8');
        }
        room.children.length = wanted;
        this.showRooms();
      },
    });
    const ages = room.children.map((age, child) => {
      const id = `age-${index}-${child}`;
      const choices = Array.from({ length: OLDEST_CHILD + 1 }, (_, year) =>
        element('option', { value: String(year), selected: String(year) === age }, String(year)));
      const select = element('select', {
        id,
        change: (event) => {
          room.children[child] = event.target.value;
        },
      }, choices);
      return element('div', { class: 'field' },
        element('label', { for: id }, `Age of child ${child + 1}`), select);
    });
    return [
      field('Children', count, `${pointer}/children`),
      ages.length ? element('div', { class: 'ages' }, ages) : null,
    ];
  }

  showRoomSummary() {
    if (!this.roomSummary) {
      return;
    }
    const rooms = this.state.rooms;
    const adults = rooms.reduce((sum, room) => sum + (Number(room.adults) || 0), 0);
    const children = rooms.reduce((sum, room) => sum + room.children.length, 0);
    const parts = [plural(adults, 'adult')];
    if (children) {
      parts.push(children === 1 ? '1 child' : `${children} children`);
    }
    if (rooms.length > 1) {
      parts.push(plural(rooms.length, 'room'));
    }
    this.roomSummary.textContent = parts.join(', ');
  }

  budgetFields() {
    if (!this.description.price_model) {
      return null;
    }
    const { currency } = this.description;
    const input = (end) => this.input(
      { id: `budget-${end}`, type: 'text', inputmode: 'decimal', autocomplete: 'off', placeholder: 'any' },
      this.state.budget, end);
    return [
      field(`Total from (${currency})`, input('min'), '/price/min'),
      field(`Total up to (${currency})`, input('max'), '/price/max'),
    ];
  }

  sortField() {
    const names = this.description.sorts.map((sort) => sort.name ?? sort);
    const hasRelevance = names.includes('relevance');
    const values = ['', ...names.filter((name) =>
      name !== 'relevance' && (hasRelevance || name !== 'recommended'))];
    const options = values.map((value) => {
      const name = value || 'recommended';
      const selected = value === this.state.sort;
      return element('option', { value, selected }, SORT_NAMES[name] ?? humanName(name));
    });
    const select = element('select', {
      id: 'sort',
      change: (event) => {
        this.state.sort = event.target.value;
      },
    }, options);
    return field('Sort', select, '/sort');
  }

  sizeField() {
    const sizes = PAGE_SIZES.includes(this.state.size) ? PAGE_SIZES : [this.state.size, ...PAGE_SIZES];
    const options = sizes.map((size) =>
      element('option', { value: size, selected: size === this.state.size }, size));
    const select = element('select', {
      id: 'size',
      change: (event) => {
        this.state.size = event.target.value;
      },
    }, options);
    return field('Per page', select, '/size');
  }

  /** What is set, each with a way to drop it: [{ text, drop }]. */
  listChosen() {
    const chosen = this.filters.flatMap((filter) => filter.listChosen());
    const { min, max } = this.state.budget;
    if (min || max) {
      chosen.push({
        text: `Total ${min || '…'} – ${max || '…'} ${this.description.currency}`,
        drop: () => {
          this.state.budget.min = '';
          this.state.budget.max = '';
          document.getElementById('budget-min').value = '';
          document.getElementById('budget-max').value = '';
        },
      });
    }
    return chosen;
  }
}
