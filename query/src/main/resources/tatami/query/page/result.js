// Shows an answer: hits, offers, warnings, and how old the data are.

import { element, humanName, replaceChildren } from './element.js';
import { amountFormat } from './money.js';

const BRIEF_FACTS = 6;
const BRIEF_LENGTH = 60;
const LIST_LENGTH = 6;
const UNITS = [['D', 'day'], ['H', 'hour'], ['M', 'minute'], ['S', 'second']];

/** An ISO 8601 duration in its largest unit, such as "9 hours"; null below a second. */
function humanDuration(text) {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text ?? '');
  if (!match) {
    return text ?? 'unknown';
  }
  for (let index = 0; index < UNITS.length; index++) {
    const count = Number(match[index + 1] ?? 0);
    if (index === 1 && count >= 48) {
      return `${Math.floor(count / 24)} days`;
    }
    if (count > 0) {
      return `${count} ${UNITS[index][1]}${count === 1 ? '' : 's'}`;
    }
  }
  return null;
}

/** The release and the age of its data, in one line. */
export function releaseText(answer) {
  const ages = Object.entries(answer.data_age ?? {})
    .filter(([, age]) => age !== null)
    .map(([role, age]) => [role, humanDuration(age)])
    .map(([role, age]) => (age ? `${role} data ${age} old` : `${role} data just made`));
  return [`Release ${answer.release}`, ...ages].join(' · ');
}

function link(text) {
  let url;
  try {
    url = new URL(text);
  } catch (notAnAddress) {
    if (!(notAnAddress instanceof TypeError)) {
      throw notAnAddress;
    }
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return null;
  }
  const attributes = { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow' };
  return element('a', attributes, url.hostname);
}

function shown(value) {
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function isBrief(value) {
  return !Array.isArray(value) && shown(value).length <= BRIEF_LENGTH && !/^https?:/.test(shown(value));
}

function fact([name, value]) {
  const text = shown(value);
  return element(
    'div', {}, element('dt', {}, humanName(name)), element('dd', {}, link(text) ?? text));
}

function listHead(values) {
  const rest = values.length - LIST_LENGTH;
  const head = values.slice(0, LIST_LENGTH).join(' · ');
  return rest > 0 ? `${head} · +${rest}` : head;
}

function distanceText(metres) {
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;
}

/** Shows the hits of one catalog. */
export class ResultList {
  constructor(description) {
    this.columns = description.show.map((column) => column.name ?? column);
    this.amount = amountFormat(description.currency, description.currency_digits);
    this.hasPrices = Boolean(description.price_model);
    this.list = document.getElementById('hits');
  }

  clear() {
    this.list.replaceChildren();
  }

  /** Adds a page of hits; returns the first new element. */
  add(answer, state) {
    const items = answer.hits.map((hit) => this.hit(hit, state));
    this.list.append(...items);
    return items[0] ?? null;
  }

  hit(hit, state) {
    const values = hit.show ?? {};
    const [nameColumn, ...columns] = this.columns;
    const key = [hit.key].flat().join(' · ');
    const facts = columns
      .map((column) => [column, values[column]])
      .filter(([, value]) => value !== null && value !== undefined && value !== '' && value.length !== 0);
    const brief = facts.filter(([, value]) => isBrief(value)).slice(0, BRIEF_FACTS);
    const rest = facts.filter((entry) => !brief.includes(entry));
    const firstList = rest.find(([, value]) => Array.isArray(value));
    return element(
      'li',
      { class: 'hit', tabindex: '-1' },
      element(
        'div',
        { class: 'what' },
        element('h2', {}, values[nameColumn] ?? key),
        element('p', { class: 'key' }, [key, hit.metres === undefined ? null : distanceText(hit.metres)]
          .filter(Boolean).join(' · ')),
        element('dl', { class: 'facts' }, brief.map(fact)),
        firstList ? element('p', { class: 'tags' }, listHead(firstList[1])) : null,
        this.details(rest),
      ),
      this.hasPrices ? this.prices(hit, state) : null,
    );
  }

  details(facts) {
    if (facts.length === 0) {
      return null;
    }
    return element(
      'details', {}, element('summary', {}, 'Details'), element('dl', { class: 'all' }, facts.map(fact)));
  }

  prices(hit, state) {
    if (!hit.price) {
      return element('div', { class: 'prices' }, element('p', { class: 'quiet' }, 'no open night'));
    }
    const { min, max } = hit.price;
    const nights = Number(state.nights);
    const basis = state.checkIn ? `total, ${nights} night${nights === 1 ? '' : 's'}` : 'one night';
    return element(
      'div',
      { class: 'prices' },
      element(
        'p',
        { class: 'price' },
        this.amount(min),
        max === min ? null : element('span', { class: 'upto' }, ` – ${this.amount(max)}`),
      ),
      element('p', { class: 'quiet' }, basis),
      this.offers(hit),
    );
  }

  offers(hit) {
    const offers = hit.offers ?? [];
    if (hit.offers_matching <= 1 || offers.length === 0) {
      return null;
    }
    const rest = hit.offers_matching - offers.length;
    const items = offers.map((offer) => {
      const names = Object.values(offer.show ?? {}).filter((value) => value !== null).map(shown);
      const name = names.length ? names.join(' · ') : [offer.key].flat().join(' · ');
      return element('li', {}, element('span', {}, name), element('span', {}, this.amount(offer.total)));
    });
    return element(
      'ul',
      { class: 'offers', 'aria-label': 'Cheapest offers' },
      items,
      rest > 0 ? element('li', { class: 'quiet' }, `and ${rest} more`) : null,
    );
  }
}

export function showWarnings(warnings) {
  const list = document.getElementById('warnings');
  list.hidden = warnings.length === 0;
  replaceChildren(list, warnings.map((warning) =>
    element('li', {}, typeof warning === 'string' ? warning : warning.detail ?? JSON.stringify(warning))));
}
