// Builds DOM elements. Data goes in as text nodes, attributes and properties, never as markup.

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'open', 'selected']);

/**
 * Creates an element. An attribute that is null, undefined or false is left out, a function listens
 * to the event of that name, and children are elements, texts, lists of them, or null.
 */
export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === 'function') {
      created.addEventListener(key, value);
    } else if (PROPERTIES.has(key)) {
      created[key] = value;
    } else {
      created.setAttribute(key, value === true ? '' : String(value));
    }
  }
  created.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return created;
}

/** Puts children in place of what was there; the focus stays on the element with the same id. */
export function replaceChildren(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.id : '';
  parent.replaceChildren(...children.flat().filter((child) => child !== null));
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** A labelled control; problems whose pointer starts with the given one are shown below it. */
export function field(label, control, pointer, hint = null) {
  return element(
    'div',
    { class: 'field', 'data-pointer': pointer },
    element('label', { for: control.id }, label),
    control,
    hint,
  );
}

/** A name of the catalog as people read it. */
export function humanName(name) {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
