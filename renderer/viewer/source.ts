/** What is shown under a token, read by ranges from this origin: its type, its size in bytes, its first bytes. */
export type Source = {
  readonly type: string;
  readonly size: number;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly address: string;
  /** The bytes from `start` to `end` (excluded, cut at the size). Throws when they are missing or changed. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
};

const first = 65_536;

/** Asks for the beginning of what is shown; null when it is no longer open. */
export async function openSource(token: string): Promise<Source | null> {
  const address = `/bytes/${encodeURIComponent(token)}`;
  const fetchRange = (start: number, end: number): Promise<Response> => fetch(address, { headers: { Range: `bytes=${start}-${end - 1}` } });
  const answer = await fetchRange(0, first);
  const size = Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
  if (answer.status !== 206 || Number.isNaN(size)) return null;
  const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> => {
    if (response.status !== 206) throw new Error(`range: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return {
    type: (answer.headers.get('content-type') ?? '').split(';')[0] ?? '',
    size,
    head: await bytesOf(answer),
    address,
    async read(start, end) {
      const last = Math.min(end, size);
      const whole = new Uint8Array(Math.max(0, last - start));
      // A long range is answered in several parts.
      for (let at = start; at < last; ) {
        const part = await bytesOf(await fetchRange(at, last));
        whole.set(part, at - start);
        at += part.length;
      }
      return whole;
    },
  };
}
