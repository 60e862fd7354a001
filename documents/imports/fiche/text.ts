const named: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", rsquo: '’', lsquo: '‘', laquo: '«', raquo: '»', ndash: '–', mdash: '—', hellip: '…' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', acirc: 'â', ccedil: 'ç', ocirc: 'ô', ugrave: 'ù', ucirc: 'û', icirc: 'î', iuml: 'ï' },
  ...{ Eacute: 'É', Egrave: 'È', Agrave: 'À', oelig: 'œ', bull: '•', middot: '·', deg: '°', euro: '€' },
};

const character = (point: number): string => (point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : ' ');

const readEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
    return named[name ?? ''] ?? whole;
  });

const block = /<\/?(?:p|li|ul|ol|div|tr|table|tbody|h[1-6])(?:\s[^<>]*)?\/?>|<br\s*\/?>/gi;
const inline = /<\/?(?:b|strong|i|em|u|span|font|a|sup|sub|td|th)(?:\s[^<>]*)?>/gi;

/** A text of the flux without its markup: paragraphs and items become lines, entities become letters, the bullets of private fonts become "•". */
export const plainText = (text: string): string => {
  const spread = text.replace(/\r\n?/g, '\n').replace(block, '\n').replace(inline, '');
  return (spread.includes('&') ? readEntities(spread) : spread)
    .replace(/[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]/g, '•')
    .replace(/[\ue000-\uf8ff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' ? '\n' : ' '));
};

/** A text on one line: runs of spaces and lines become one space. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();

/** The paragraphs of a text: the flux tells them apart by lines, or by four spaces and more. */
export const paragraphs = (text: string): string[] =>
  plainText(text)
    .split(/\n|[ \u00a0\u202f]{4,}/)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');
