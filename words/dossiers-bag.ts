const oneLine = (text: string): string => text.replace(/\p{C}+/gu, ' ').trim();

/** The labels and values of the dossiers' bag-info.txt, with the day until which it is kept. */
export const dossiersInfo = (facts: {
  readonly organism: string;
  readonly number: string;
  readonly day: string;
  readonly keptUntil: string;
  readonly oxum: string;
  readonly demonstration: boolean;
}): string =>
  [
    `Source-Organization: ${oneLine(facts.organism)}`,
    `External-Identifier: Dossiers ${oneLine(facts.number)}`,
    `External-Description: Dossiers des candidats de la session de jury ${oneLine(facts.number)}${facts.demonstration ? ' — DÉMONSTRATION' : ''}`,
    `Bagging-Date: ${facts.day}`,
    `Conservation-Jusqu-Au: ${facts.keptUntil}`,
    `Payload-Oxum: ${facts.oxum}`,
    'Bag-Software-Agent: Délibéré',
    '',
  ].join('\n');
