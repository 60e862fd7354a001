import type { View } from '../requests/viewing.ts';

/** The most bytes that one answer holds in memory: a longer range is answered in part, as its Content-Range says. */
export const largestAnswer = 4 * 2 ** 20;
const step = 2 ** 20;

/** Answers a request for what is shown: one range of it (206), or the whole of it read as it is taken (200). Null when it is missing or changed. */
export function answerRange(view: View, range: string | null, headers: Readonly<Record<string, string>>): Response | null {
  const size = view.size();
  const common = { ...headers, 'Accept-Ranges': 'bytes' };
  if (range === null) {
    if (view.read(0, Math.min(1, size)) === null) return null;
    return new Response(streamOf(view, size), { headers: { ...common, 'Content-Length': String(size) } });
  }
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  const start = Number(from);
  const end = Math.min(to === '' || to === undefined ? size : Number(to) + 1, size, start + largestAnswer);
  if (from === undefined || start >= end) return new Response(null, { status: 416, headers: { ...common, 'Content-Range': `bytes */${size}` } });
  const bytes = view.read(start, end);
  if (bytes === null || bytes.length !== end - start) return null;
  return new Response(new Uint8Array(bytes), {
    status: 206,
    headers: { ...common, 'Content-Length': String(bytes.length), 'Content-Range': `bytes ${start}-${end - 1}/${size}` },
  });
}

function streamOf(view: View, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at >= size) return controller.close();
        const bytes = view.read(at, Math.min(at + step, size));
        if (bytes === null || bytes.length === 0) return controller.error(new Error('missing or changed'));
        at += bytes.length;
        controller.enqueue(new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
}
