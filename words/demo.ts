import { demoConception } from './demo-conception.ts';
import { demoPilotage } from './demo-pilotage.ts';
import { demoRealisation } from './demo-realisation.ts';
import { demoVae } from './demo-vae.ts';

/** One part of a demonstration document, drawn under the one before. */
export type DemoPart =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list' | 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Boxes in layers, the upper resting on the lower: an architecture at a glance. */
  | { readonly kind: 'layers'; readonly caption: string; readonly rows: readonly (readonly string[])[] }
  /** Bars over the given number of weeks. */
  | {
      readonly kind: 'bars';
      readonly caption: string;
      readonly weeks: number;
      readonly bars: readonly { readonly label: string; readonly from: number; readonly to: number }[];
    }
  | { readonly kind: 'page' };

/** One demonstration document: a cover, then its parts. */
export interface DemoDocument {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly layout: 'portrait' | 'landscape';
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly DemoPart[];
}

/** The documents of the demonstration's dossiers: people, companies and figures are invented. */
export const demoDocuments: readonly DemoDocument[] = [...demoConception, ...demoRealisation, ...demoPilotage, ...demoVae];

/** What every page of a demonstration document says of itself. */
export const demoPage = {
  notice: 'Document fictif, pour la démonstration de Délibéré',
  page: (number: number, count: number): string => `Page ${number} / ${count}`,
  author: 'Personne fictive',
} as const;

/** The name of the piece that is no readable PDF. */
export const demoUnreadable = { name: 'capture-illisible.pdf', text: 'Ce fichier a été coupé pendant sa copie.' } as const;
