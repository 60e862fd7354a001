import { french } from './french.ts';
import { countOf, formatNumber, joinList, space } from './typography.ts';

/** The fiche as an archive keeps it, part by part. */
export const readingFicheWords = {
  intro: 'La version de la fiche appliquée par la session, telle que l’archive la garde.',
  title: 'Intitulé',
  code: 'Code et version',
  state: 'État',
  level: 'Niveau',
  nsf: 'Spécialités (NSF)',
  formacodes: 'Formacodes',
  certifiers: 'Certificateurs',
  changes: 'Changements de certificateur',
  added: 'ajouté',
  removed: 'retiré',
  dates: 'Dates',
  startsBy: { decision: 'décision du', effect: 'prise d’effet le', publication: 'publication du' },
  until: (day: string): string => `enregistrement jusqu’au ${day}`,
  limit: (day: string): string => `dernière délivrance le ${day}`,
  duration: (years: number): string => `durée ${countOf(years, 'an', 'ans')}`,
  earlierDecisions: 'Décisions antérieures',
  decided: (decided: string, published: string, years: number, text: string): string =>
    french(`Décision du ${decided}, publiée le ${published}, pour ${countOf(years, 'an', 'ans')} : ${text}`),
  previous: 'Fiches antérieures',
  next: 'Fiches suivantes',
  correspondences: 'Correspondances',
  objective: 'Objectif',
  activities: 'Activités visées',
  attested: 'Compétences attestées',
  blocks: 'Blocs de compétences',
  evaluation: (text: string): string => french(`Évaluation : ${text}`),
  paths: 'Voies d’accès et composition du jury',
  openPath: 'ouverte',
  closedPath: 'fermée',
  modified: (day: string): string => `modifiée le ${day}`,
  rule: (rule: {
    readonly members: number;
    readonly externals: number;
    readonly sector: boolean;
    readonly pedagogicalLead: boolean;
    readonly qualified: number;
  }): string =>
    `Règle appliquée${space}: ${joinList([
      `au moins ${countOf(rule.members, 'membre', 'membres')}`,
      `${countOf(rule.externals, 'membre extérieur', 'membres extérieurs')}${rule.sector ? ' professionnels du domaine' : ''}`,
      ...(rule.pedagogicalLead ? ['le responsable pédagogique'] : []),
      ...(rule.qualified === 0 ? [] : [countOf(rule.qualified, 'membre qualifié', 'membres qualifiés')]),
    ])}.`,
  acquisition: 'Modalités d’acquisition',
  evaluationText: 'Modalités d’évaluation',
  accommodationText: 'Candidats en situation de handicap, selon la fiche',
  prerequisites: 'Prérequis entre blocs',
  yes: 'Oui',
  no: 'Non',
  declared: 'Nombre de blocs annoncé',
  entry: 'Prérequis à l’entrée',
  statistics: 'Statistiques publiées',
  statistic: (year: number, certified: number, vae: number | null, insertion6: number | null, target6: number | null, target24: number | null): string =>
    french(
      [
        `${year} : ${countOf(certified, 'certifié', 'certifiés')}`,
        ...(vae === null ? [] : [`dont ${formatNumber(vae)} par la VAE`]),
        ...(insertion6 === null ? [] : [`insertion à 6 mois ${formatNumber(insertion6)} %`]),
        ...(target6 === null ? [] : [`dans le métier visé ${formatNumber(target6)} %`]),
        ...(target24 === null ? [] : [`dans le métier visé à 2 ans ${formatNumber(target24)} %`]),
      ].join(', '),
    ),
  sectors: 'Secteurs',
  jobs: 'Métiers',
  rome: 'Codes ROME',
  regulated: 'Activité réglementée',
  territories: 'Territoires',
  newCaledonia: 'Nouvelle-Calédonie',
  frenchPolynesia: 'Polynésie française',
  url: 'Adresse de la fiche',
  remarks: 'Remarques',
} as const;
