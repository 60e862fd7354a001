import type { Page } from '@playwright/test';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';

type Answer = { ok: boolean; value: unknown; error?: unknown };
type Bridge = { readonly ask: (name: string, input: unknown) => Promise<Answer> };
type Marked = Window & { delibere?: Bridge; before?: true };

/** What gives the laptop back: the machine then replaces the page, and the journey goes on in the next one. */
const releasing: ReadonlySet<RequestName> = new Set(['turn.record', 'turn.leave', 'note.close', 'officer.close']);

/** Asks through the window's own bridge, as a screen would. */
export const ask = async <Name extends RequestName>(page: Page, name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => {
  const releases = releasing.has(name);
  if (releases) await page.evaluate(() => void ((window as unknown as Marked).before = true));
  const asked = page.evaluate(([verb, given]) => (window as unknown as Required<Marked>).delibere.ask(verb, given), [name, input] as const);
  const answer = await asked.catch((error: unknown): Answer => {
    // The page was replaced while its answer was on the way.
    if (releases && /context was destroyed|navigation/.test(String(error))) return { ok: true, value: { savedAt: null } };
    throw error;
  });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  if (releases)
    await page.waitForFunction(() => {
      const { before, delibere } = window as unknown as Marked;
      return before === undefined && delibere !== undefined && (document.querySelector('#root')?.childElementCount ?? 0) > 0;
    });
  return answer.value as RequestOutput<Name>;
};
