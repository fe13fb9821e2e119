// Amounts: integers in minor units in requests and answers, decimal text for people. No floating
// point in between: digits are moved as text.

/**
 * Reads an amount that a person typed, such as "60,000" or "178.5".
 * Returns { minor } (null where the text is empty) or { problem }.
 */
export function parseAmount(text, currency, digits) {
  const plain = text.normalize('NFKC').replace(/[\s_]/g, '');
  if (plain === '') {
    return { minor: null };
  }
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(plain);
  if (!match) {
    return { problem: `"${text}" is not an amount: write digits, such as ${digits ? '178.50' : '60000'}` };
  }
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) {
    return { problem: `"${text}" is finer than ${currency} allows: ${digits} decimal digits` };
  }
  const minor = BigInt(match[1].replaceAll(',', '') + fraction.padEnd(digits, '0'));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) {
    return { problem: `"${text}" is larger than any price` };
  }
  return { minor: Number(minor) };
}

/** Writes an amount in minor units as exact decimal text, such as "178.50". */
export function decimalText(minor, digits) {
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return digits === 0 ? sign + text : `${sign}${text.slice(0, cut)}.${text.slice(cut)}`;
}

/** Returns a function from minor units to text in the catalog's currency. */
export function amountFormat(currency, digits) {
  let format;
  try {
    format = new Intl.NumberFormat(undefined, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  } catch (notACurrency) {
    if (!(notACurrency instanceof RangeError)) {
      throw notACurrency;
    }
    return (minor) => `${currency} ${decimalText(minor, digits)}`;
  }
  return (minor) => format.format(decimalText(minor, digits));
}
