import { narrow, space } from './typography.ts';

/** Sets the no-break spaces of French in a sentence typed with plain ones: before ; ! ? and inside « », before a colon, before %. */
export const french = (text: string): string =>
  text
    .replace(/ (?=[;!?»])/g, narrow)
    .replace(/« /g, `«${narrow}`)
    .replace(/ (?=[:%])/g, space);
