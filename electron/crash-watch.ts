/** Crashes of the page within `span` milliseconds from which it is reopened no more. */
export const tooMany = { crashes: 3, span: 60_000 } as const;

/** What the watch of crashes is given by the machine, or by a test. */
export interface CrashTools {
  /** Milliseconds of the machine's clock. */
  readonly now: () => number;
  /** Shows, in the place of the page that died, what is safe and how to go on, the same with no more reopening, or the page itself again. */
  readonly show: (page: 'once' | 'again' | 'home') => void;
  /** Notes the reason, a word of Electron's own list. */
  readonly note: (reason: string) => void;
}

/** The watch of crashes: told of each death of the page's process, and of one that the person asks for. */
export interface CrashWatch {
  readonly gone: (reason: string) => void;
  /** The next death is asked for by the person, who already said to reopen. */
  readonly expect: () => void;
}

/** Opens the watch: a page that died is replaced by a calm one; a loop of deaths, by one that reopens nothing. */
export const openCrashWatch = (tools: CrashTools): CrashWatch => {
  let crashes: readonly number[] = [];
  let expected = false;
  return {
    gone: (reason) => {
      const now = tools.now();
      // A clock set back forgets what it has not yet reached.
      crashes = [...crashes.filter((at) => at <= now && now - at < tooMany.span), now];
      tools.note(reason);
      if (crashes.length >= tooMany.crashes) tools.show('again');
      else tools.show(expected ? 'home' : 'once');
      expected = false;
    },
    expect: () => void (expected = true),
  };
};
