import type { Say } from './errors.ts';
import { textFact } from './facts.ts';
import { identityWords } from './holder-identity.ts';
import { holderWords } from './holders.ts';

/** The label of the field at fault, where the screen shows one. */
const under = (field: unknown): string => {
  const labels: Readonly<Record<string, unknown>> = { ...identityWords, ...holderWords.settings };
  const label = textFact(labels[textFact(field)]);
  return label === '' ? '' : ` sous « ${label} »`;
};

const kept = 'Les déclarations et les identités déjà enregistrées sont intactes.';
const nothing = 'Rien n’a été repris de ce fichier ; les statuts des titulaires sont inchangés.';

const causes: Readonly<Record<string, string>> = {
  size: 'Ce fichier est trop volumineux pour un compte rendu de traitement.',
  malformed: 'Ce fichier n’est pas un XML bien formé : il est peut-être coupé.',
  doctype: 'Ce fichier contient une déclaration de type de document, qu’un compte rendu n’a pas.',
  root: 'Ce fichier n’est pas un compte rendu de traitement : sa racine n’est pas « rapport ».',
  encoding: 'Les caractères de ce fichier ne se lisent pas dans l’encodage qu’il annonce.',
  depth: 'Ce fichier n’a pas la forme d’un compte rendu de traitement.',
  id: 'Une ligne de ce compte rendu n’a pas d’identifiant technique.',
  lines: 'Ce compte rendu a plus de lignes qu’un lot ne peut en avoir.',
  empty: 'Ce compte rendu ne parle d’aucun titulaire.',
};

/** What can go wrong when holders are declared. */
export const holderErrors: Readonly<Record<string, Say>> = {
  'holder-nir': (facts) => [
    `Ce qui est écrit${under(facts['field'])} ressemble à un numéro de sécurité sociale.`,
    'Il n’a pas été enregistré : Délibéré n’en garde aucun.',
    'Retirez ce numéro. L’identité civile, ou le numéro du dossier de formation, suffit à la déclaration.',
  ],
  'holder-control': (facts) => [
    `Ce qui est écrit${under(facts['field'])} contient un caractère invisible qu’aucun fichier ne peut porter.`,
    kept,
    'Effacez ce champ puis écrivez-le au clavier, sans le coller.',
  ],
  'holder-none': () => ['Personne n’est à inscrire dans ce fichier.', kept, 'Choisissez au moins un titulaire.'],
  'holder-not-due': (facts) => [
    `La déclaration de ${textFact(facts['name'])} n’appelle pas ce fichier : elle a changé depuis que l’écran a été lu.`,
    `${kept} Aucun fichier n’a été écrit.`,
    'Rouvrez cette partie, relisez les statuts, puis recommencez.',
  ],
  'holder-incomplete': (facts) => [
    `L’identité de ${textFact(facts['name'])} n’est pas complète.`,
    `${kept} Aucun fichier n’a été écrit.`,
    'Complétez les champs signalés comme bloquants, ou retirez ce titulaire du lot.',
  ],
  'holder-unwritable': () => [
    'Une identité contient un caractère qu’un fichier XML ne peut pas porter.',
    `${kept} Aucun fichier n’a été écrit.`,
    'Réécrivez au clavier les noms des titulaires du lot, puis recommencez.',
  ],
  'declaration-settings-missing': () => [
    'Les identifiants de l’organisme à la Caisse des dépôts manquent, ou n’ont pas la bonne longueur.',
    `${kept} Aucun fichier n’a été écrit.`,
    'Complétez-les sous « Identifiants de l’organisme ».',
  ],
  'report-unreadable': (facts) => [
    causes[textFact(facts['cause'])] ?? 'Ce fichier n’est pas un compte rendu de traitement.',
    nothing,
    'Téléchargez de nouveau le compte rendu du lot, puis donnez-le tel quel.',
  ],
  'report-contradictory': (facts) => [
    `Ce compte rendu dit d’une même déclaration (${textFact(facts['idTechnique'])}) qu’elle est acceptée et refusée.`,
    nothing,
    'Téléchargez-le de nouveau ; si cela se reproduit, interrogez la Caisse des dépôts.',
  ],
  'report-foreign': (facts) => [
    `Ce compte rendu parle d’une déclaration que le lot ${textFact(facts['batch'])} ne contient pas : ${textFact(facts['idTechnique'])}.`,
    nothing,
    'Donnez le compte rendu de ce lot : celui d’une autre session ou d’un autre logiciel n’est pas repris, même en partie.',
  ],
  'report-other-batch': (facts) => [
    facts['batch'] === null ? 'Ce compte rendu est celui d’une autre session.' : `Ce compte rendu est celui du lot ${textFact(facts['batch'])}.`,
    nothing,
    'Donnez-le depuis la ligne de son lot, ou choisissez le compte rendu du lot que vous suivez.',
  ],
  'report-changed': () => ['Le fichier a changé depuis son aperçu.', nothing, 'Choisissez-le de nouveau et relisez l’aperçu.'],
};
