import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../../domain/time.ts';
import { readCpfReport } from '../../../documents/exports/cpf-report.ts';
import { eachFiche, indexFlux } from '../../../documents/imports/fiche/flux.ts';
import { fluxFaults } from '../../../documents/imports/fiche/fault.ts';
import { ficheXml, fluxXml } from '../../fixtures/flux.ts';
import { blindMutations } from '../bytes.ts';
import { holds, type Target } from '../target.ts';
import { xmlMutations } from '../xml.ts';
import { inside, zipMutations, zipOf } from '../zip.ts';

/** Files of fiches of the national register, as XML and in a zip. */
export const ficheTarget: Target = {
  name: 'fiche',
  most: 200_000,
  inputs: 40,
  mutations: [...xmlMutations, ...xmlMutations, ...blindMutations, ...zipMutations, inside(xmlMutations)],
  sow: () => {
    const flux = fluxXml([ficheXml(), ficheXml({ number: '<NUMERO_FICHE>RNCP90002</NUMERO_FICHE>', blocks: '' })]);
    return {
      seeds: [
        Buffer.from(flux),
        Buffer.from(fluxXml([ficheXml()], 'ISO-8859-1'), 'latin1'),
        Buffer.from(`\uFEFF${flux}`, 'utf16le'),
        zipOf([{ name: 'export.xml', content: Buffer.from(flux) }]),
      ],
      facts: {},
    };
  },
  judge: (_, folder) => {
    const path = join(folder, 'flux.xml');
    const today = day.parse('2026-03-17');
    const told = (reason: unknown): string => {
      holds(
        fluxFaults.some((one) => one === reason),
        `a refusal is none of those that are declared: ${String(reason)}`,
      );
      return String(reason);
    };
    return async (input) => {
      writeFileSync(path, input);
      const index = await indexFlux(path);
      if (index.ok) for (const { code, title } of index.value) holds(code.length <= 20 && title.length <= 400, 'a line of the index is longer than may be');
      const fiches = await eachFiche(path, null, today, (fiche) => holds(JSON.stringify(fiche).length < 4_000_000, 'a fiche is larger than its text may be'));
      holds(index.ok === fiches.ok || (!fiches.ok && index.ok), 'the index of a flux refuses what its reading takes');
      if (fiches.ok) return fiches.value === 0 ? 'accepted, no fiche' : 'accepted';
      return fiches.error.code === 'fiches-unreadable' ? told(fiches.error.facts?.['reason']) : fiches.error.code;
    };
  },
};

const report = `<?xml version="1.0" encoding="UTF-8"?>
<rapport xmlns="urn:cdc:cpf:rapport"><Passages><PassagesOK><passage><idTechnique>A-1</idTechnique></passage><passage><idTechnique>A-2</idTechnique></passage></PassagesOK>
<PassagesKO><passage><idTechnique>A-3</idTechnique><messageErreur>Nom inconnu</messageErreur><messageErreur><![CDATA[Date < 2020]]></messageErreur></passage></PassagesKO></Passages></rapport>
`;

/** Processing reports of declarations. */
export const reportTarget: Target = {
  name: 'report',
  most: 200_000,
  inputs: 150,
  mutations: [...xmlMutations, ...xmlMutations, ...blindMutations],
  sow: () => ({ seeds: [Buffer.from(report), Buffer.from(report.replace('UTF-8', 'ISO-8859-1'), 'latin1')], facts: {} }),
  judge: () => (input) => {
    const read = readCpfReport(input);
    if (!read.ok) {
      holds(['report-unreadable', 'report-contradictory'].includes(read.error.code), `a refusal is none of those that are declared: ${read.error.code}`);
      return `${read.error.code} ${String(read.error.facts?.['cause'] ?? '')}`;
    }
    const ids = new Set(read.value.map(({ idTechnique }) => idTechnique));
    holds(ids.size === read.value.length && read.value.length > 0, 'a declaration is answered twice, or none is');
    for (const { idTechnique, message } of read.value) {
      holds(idTechnique !== '' && idTechnique.length <= 255 && message.length <= 1000, 'an answer is longer than may be');
      holds(!/\p{Cc}/u.test(message), 'a message holds control characters');
    }
    return 'accepted';
  },
};
