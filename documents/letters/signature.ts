import type { SessionFields } from '../../domain/view.ts';
import type { Element } from '../minute/paper.ts';
import { ink, type Sheet } from '../minute/sheet.ts';

/** Where the lead signs by hand: date and name on the left, a frame on the right, kept on one page. */
export const signHere = (
  sheet: Sheet,
  root: Element,
  said: { readonly done: string; readonly lead: SessionFields['lead']; readonly signature: string },
): void => {
  const { lead } = said;
  const { paper, left, width } = sheet;
  const box = { x: left + width / 2, width: width / 2, height: 66 };
  sheet.ensure(box.height + 16);
  const top = sheet.y;
  sheet.write(root, [said.done, `${lead.givenName} ${lead.familyName}`.trim(), lead.quality].filter((part) => part !== '').join('\n'), {
    width: width / 2 - 20,
  });
  const low = sheet.y;
  sheet.y = top;
  sheet.write(root, said.signature, { size: 9, colour: ink.soft, indent: width / 2, after: 2 });
  sheet.decorate(() => paper.lineWidth(0.75).strokeColor(ink.rule).rect(box.x, sheet.y, box.width, box.height).stroke());
  sheet.y = Math.max(low, sheet.y + box.height);
};
