import { expect, test } from 'vitest';
import { readCpfReport, reportBytes } from './cpf-report.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const report = (ok: string, ko: string): string =>
  `${head}<r:rapport xmlns:r="urn:exemple:rapport"><r:PassagesOK>${ok}</r:PassagesOK><r:PassagesKO>${ko}</r:PassagesKO></r:rapport>`;
const okLine = (id: string): string => `<r:idTechnique> ${id} </r:idTechnique>`;
const koLine = (id: string, message: string): string =>
  `<r:passage><r:idTechnique>${id}</r:idTechnique><r:messageErreur>${message}</r:messageErreur></r:passage>`;
const read = (text: string | Uint8Array) => readCpfReport(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
const cause = (text: string | Uint8Array): unknown => {
  const result = read(text);
  return result.ok ? 'read' : (result.error.facts['cause'] ?? result.error.code);
};

test('a report is read by local names, with its accepted and refused declarations and the words of each refusal', () => {
  const text = report(
    okLine('a1') + okLine('a2'),
    koLine('b1', 'Code &lt;INSEE&gt; inconnu &amp; titulaire\n  introuvable') + koLine('b2', '<![CDATA[<nom> vide]]>'),
  );
  expect(read(text)).toEqual({
    ok: true,
    value: [
      { idTechnique: 'a1', accepted: true, message: '' },
      { idTechnique: 'a2', accepted: true, message: '' },
      { idTechnique: 'b1', accepted: false, message: 'Code <INSEE> inconnu & titulaire introuvable' },
      { idTechnique: 'b2', accepted: false, message: '<nom> vide' },
    ],
  });
  expect(read(text.replaceAll('r:', '').replace('xmlns:r=', 'xmlns=').replaceAll('xmlns=', 'xmlns:r='))).toMatchObject({ ok: true });
});

test('an encoding that the file announces is read; one that it belies is refused', () => {
  const latin = Buffer.from(report('', koLine('b1', 'Prénom é')).replace('UTF-8', 'ISO-8859-1'), 'latin1');
  expect(read(latin)).toMatchObject({ ok: true, value: [{ message: 'Prénom é' }] });
  expect(cause(Buffer.from(report('', koLine('b1', 'Prénom é')), 'latin1'))).toBe('encoding');
  expect(read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(report(okLine('a'), ''))]))).toMatchObject({ ok: true });
});

test('a social security number in the words of a refusal is not kept', () => {
  const [first, second] = ['Le NIR 1 84 12 76 451 089 46 est inconnu', 'Le NIR 184127645108946 est inconnu'].map((message) =>
    read(report('', koLine('b', message))),
  );
  for (const one of [first, second]) expect(JSON.stringify(one)).not.toMatch(/451/);
});

test('an entity is never expanded: a document type is refused before anything is read', () => {
  const laughs = `${head}<!DOCTYPE rapport [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rapport><PassagesOK><idTechnique>&b;</idTechnique></PassagesOK></rapport>`;
  expect(cause(laughs)).toBe('doctype');
  expect(cause(`${head}<!DOCTYPE rapport SYSTEM "file:///etc/passwd"><rapport/>`)).toBe('doctype');
  expect(cause(`${head}<rapport><PassagesOK><idTechnique>&b;</idTechnique></PassagesOK></rapport>`)).toBe('malformed');
});

// A reader whose work grows with the square of what it is given would not end here.
test.each([
  ['a million elements in one another', `${head}<rapport>${'<a>'.repeat(1_000_000)}`, 'depth'],
  ['an attribute of fifteen million letters', `${head}<rapport a="${'x'.repeat(15_000_000)}"/>`, 'empty'],
  ['a hundred thousand attributes', `${head}<rapport ${Array.from({ length: 100_000 }, (_, rank) => `a${rank}="1"`).join(' ')}/>`, 'empty'],
  ['fifty thousand names of spaces', `${head}<rapport ${Array.from({ length: 50_000 }, (_, rank) => `xmlns:a${rank}="u${rank}"`).join(' ')}/>`, 'empty'],
  ['one attribute twice', `${head}<rapport a="1" a="2"/>`, 'malformed'],
  ['a text without end', `${head}<rapport>${'x'.repeat(15_000_000)}`, 'malformed'],
  ['an entity that nobody declared', `${head}<rapport><PassagesOK><idTechnique>&b;</idTechnique></PassagesOK></rapport>`, 'malformed'],
  ['a parameter entity', `${head}<!DOCTYPE rapport [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]><rapport/>`, 'doctype'],
  ['an encoding that nobody knows', `<?xml version="1.0" encoding="EBCDIC-FR"?><rapport/>`, 'encoding'],
  ['the text of another encoding than it says', Buffer.from(`\uFEFF${head}<rapport/>`, 'utf16le'), 'encoding'],
])('a report that holds %s is refused, and nothing outside is read', (_, text, reason) => {
  expect(cause(text)).toBe(reason);
});

test('what is no report is refused by name', () => {
  expect(cause('')).toBe('malformed');
  expect(cause('ceci n’est pas du XML')).toBe('malformed');
  expect(cause(report(okLine('a'), '').slice(0, 120))).toBe('malformed');
  expect(cause(`${head}<flux><PassagesOK/></flux>`)).toBe('root');
  expect(cause(report('', ''))).toBe('empty');
  expect(cause(report(okLine(''), ''))).toBe('id');
  expect(cause(report(okLine('x'.repeat(256)), ''))).toBe('id');
  expect(cause(`${head}<rapport>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</rapport>`)).toBe('depth');
  expect(cause(new Uint8Array(reportBytes + 1))).toBe('size');
  expect(cause(report(okLine('a'), koLine('a', 'non')))).toBe('report-contradictory');
});

test('a key of another place than the two lists says nothing', () => {
  expect(cause(`${head}<rapport><idTechnique>a</idTechnique><entete><passage><idTechnique>b</idTechnique></passage></entete></rapport>`)).toBe('empty');
});
