import type { FicheReading } from '../../../domain/fiche.ts';
import { accessPath } from '../../../domain/jury.ts';
import type { Day } from '../../../domain/time.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { announcedBlocks } from './announced.ts';
import { readBlocks } from './blocks.ts';
import { at, childrenOf, codesOf, Dates, rateAt, siretAt, textAt, wholeAt, yesNo } from './facts.ts';
import { remarksOf } from './remarks.ts';
import { oneLine, paragraphs } from './text.ts';
import type { FicheTree, Node } from './tree.ts';

const levelOf = (fiche: Node): number | null => {
  const digit = /^(?:NIV(?:EAU)?\s*)?([1-8])$/i.exec(textAt(fiche, 'NOMENCLATURE_EUROPE', 'NIVEAU') ?? '')?.[1];
  return digit === undefined ? null : Number(digit);
};

const certifiersOf = (fiche: Node, dates: Dates): FicheReading['certifiers'] =>
  childrenOf(at(fiche, 'CERTIFICATEURS'), 'CERTIFICATEUR').flatMap((node) => {
    const name = textAt(node, 'NOM_CERTIFICATEUR')?.slice(0, 400);
    if (name === undefined) return [];
    const active = !/^inactif$/i.test(textAt(node, 'ETAT_CERTIFICATEUR') ?? '');
    return [{ name, siret: siretAt(node, 'SIRET_CERTIFICATEUR'), active, since: dates.read(node, 'DATE_DERNIERE_MODIFICATION_ETAT') }];
  });

const pathsOf = (fiche: Node, dates: Dates): FicheReading['paths'] =>
  accessPath.options.flatMap((path) => {
    const node = at(fiche, `SI_JURY_${path}`);
    // Older exports write the answer in the element itself.
    const open = yesNo(textAt(node, 'ACTIF')) ?? yesNo(node === undefined ? null : oneLine(node.text));
    if (node === undefined || open === null) return [];
    const composition = paragraphs(at(node, 'COMPOSITION')?.text ?? '').join(' ');
    const modifiedOn = dates.read(node, 'DATE_DERNIERE_MODIFICATION');
    return [{ path, label: accessPathWords[path], open, composition: composition === '' ? null : composition, modifiedOn }];
  });

const statisticsOf = (fiche: Node): { readonly statistics: FicheReading['statistics']; readonly unreadable: string[] } => {
  const unreadable: string[] = [];
  const statistics = childrenOf(at(fiche, 'STATISTIQUES_PROMOTIONS'), 'STATISTIQUES_PROMOTION').flatMap((node) => {
    const [year, certified] = [wholeAt(node, 'ANNEE'), wholeAt(node, 'NOMBRE_CERTIFIES')];
    const known = year !== null && year >= 1990 && year <= 2100 && certified !== null;
    const rates = ['TAUX_INSERTION_GLOBAL_6MOIS', 'TAUX_INSERTION_METIER_6MOIS', 'TAUX_INSERTION_METIER_2ANS'] as const;
    if (!known || rates.some((name) => textAt(node, name) !== null && rateAt(node, name) === null)) unreadable.push(textAt(node, 'ANNEE') ?? '?');
    if (!known) return [];
    const [insertion6, insertionTarget6, insertionTarget24] = rates.map((name) => rateAt(node, name)) as [number | null, number | null, number | null];
    return [{ year, certified, certifiedByVae: wholeAt(node, 'NOMBRE_CERTIFIES_VAE'), insertion6, insertionTarget6, insertionTarget24 }];
  });
  return { statistics, unreadable };
};

const codesIn = (fiche: Node, list: string, item: string, name: string): string[] =>
  childrenOf(at(fiche, list), item).flatMap((node) => textAt(node, name)?.slice(0, 60) ?? []);

const correspondencesOf = (fiche: Node): FicheReading['correspondences'] =>
  childrenOf(at(fiche, 'CORRESPONDANCES'), 'CORRESPONDANCE').flatMap((node) => {
    const [block, code] = [textAt(node, 'SOURCE', 'BLOC_COMPETENCES', 'CODE'), textAt(node, 'DESTINATION', 'NUMERO_FICHE')];
    if (block === null || code === null) return [];
    const blocks = childrenOf(at(node, 'DESTINATION'), 'BLOC_COMPETENCES').flatMap((entry) => textAt(entry, 'CODE')?.slice(0, 60) ?? []);
    return [{ block: block.slice(0, 60), code: code.slice(0, 60), blocks }];
  });

const everyText = (node: Node): string[] => [node.text, ...node.nodes.flatMap(everyText)];

const latest = (days: readonly (Day | null)[]): Day | null =>
  days
    .filter((one) => one !== null)
    .sort()
    .at(-1) ?? null;

/** Reads the facts of one fiche, as they stand, and what a reader must know of them; null where the element bears no code of the RNCP or the RS. */
export const readFiche = ({ node, cut }: FicheTree, today: Day): FicheReading | null => {
  const code = (textAt(node, 'NUMERO_FICHE') ?? '').replace(/\s/g, '').toUpperCase();
  if (!/^(?:RNCP|RS)\d{1,6}$/.test(code)) return null;
  const days = new Dates();
  const [decision, effect, publication] = [days.read(node, 'DATE_DECISION'), days.read(node, 'DATE_EFFET'), days.read(node, 'DATE_DE_PUBLICATION')];
  const [certifiers, paths] = [certifiersOf(node, days), pathsOf(node, days)];
  const { blocks, findings } = readBlocks(node, code);
  const { statistics, unreadable } = statisticsOf(node);
  const textOf = (name: string): string | null => textAt(node, name);
  const linesOf = (name: string): string[] => paragraphs(at(node, name)?.text ?? '');
  const duration = wholeAt(node, 'DUREE_ENREGISTREMENT');
  const url = textOf('LIEN_URL_DESCRIPTION')?.split(' ')[0] ?? null;
  const title = textOf('INTITULE');
  const facts: FicheReading = {
    code,
    title: (title ?? code).slice(0, 4000),
    state: textOf('ETAT_FICHE')?.slice(0, 4000) ?? null,
    active: yesNo(textOf('ACTIF')),
    level: levelOf(node),
    nsf: codesOf(node, 'CODES_NSF', 'NSF'),
    certifiers,
    dates: {
      decision,
      effect,
      publication,
      registrationEnd: days.read(node, 'DATE_FIN_ENREGISTREMENT'),
      deliveryLimit: days.read(node, 'DATE_LIMITE_DELIVRANCE'),
      lastChange: latest([decision, effect, publication, ...certifiers.map(({ since }) => since), ...paths.map(({ modifiedOn }) => modifiedOn)]),
    },
    durationYears: duration !== null && duration >= 1 && duration <= 10 ? duration : null,
    paths,
    blocks,
    announcedBlocks: blocks.length === 0 ? null : announcedBlocks(everyText(node), blocks.length),
    remarks: [],
    previous: codesIn(node, 'ANCIENNES_CERTIFICATIONS', 'ANCIENNE_CERTIFICATION', 'ID_FICHE_ANCIENNE_CERTIFICATION'),
    next: codesIn(node, 'NOUVELLES_CERTIFICATIONS', 'NOUVELLE_CERTIFICATION', 'ID_FICHE_NOUVELLE_CERTIFICATION'),
    correspondences: correspondencesOf(node),
    formacodes: codesOf(node, 'FORMACODES', 'FORMACODE'),
    rome: codesOf(node, 'CODES_ROME', 'ROME'),
    texts: {
      objective: textOf('OBJECTIFS_CONTEXTE'),
      activities: linesOf('ACTIVITES_VISEES'),
      attested: linesOf('CAPACITES_ATTESTEES'),
      sectors: linesOf('SECTEURS_ACTIVITE'),
      jobs: linesOf('TYPE_EMPLOI_ACCESSIBLES'),
      regulated: textOf('REGLEMENTATIONS_ACTIVITES'),
      entry: textOf('PREREQUIS_ENTREE_FORMATION'),
    },
    statistics,
    territories: {
      newCaledonia: yesNo(textOf('ACCESSIBLE_NOUVELLE_CALEDONIE')) === true,
      frenchPolynesia: yesNo(textOf('ACCESSIBLE_POLYNESIE_FRANCAISE')) === true,
    },
    descriptionUrl: url !== null && /^https?:\/\/\S{3,}$/i.test(url) ? url.slice(0, 2000) : null,
  };
  const met = { findings, cut, unreadableDates: days.unreadable, unreadableFigures: unreadable, title: title !== null };
  return { ...facts, remarks: remarksOf(facts, met, today) };
};
