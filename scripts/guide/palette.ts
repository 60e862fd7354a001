import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as plain bytes, three for each point. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** What the filter of a line adds to each byte, from the byte on its left, above it, and above on its left. */
const predict = (filter: number, left: number, above: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
};

/** Reads a PNG of eight bits in colours, as a browser writes it; its transparency is left out. */
export const readPng = (png: Buffer): Pixels => {
  if (!png.subarray(0, 8).equals(signature)) throw new Error('not a PNG');
  const data: Buffer[] = [];
  let [width, height, depth] = [0, 0, 3];
  for (let at = 8; at < png.length; ) {
    const [length, type] = [png.readUInt32BE(at), png.toString('latin1', at + 4, at + 8)];
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || (body[9] !== 2 && body[9] !== 6) || body[12] !== 0) throw new Error('not a PNG that a browser writes');
      depth = body[9] === 6 ? 4 : 3;
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * depth;
  const lines = new Uint8Array(stride * height);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x;
      const left = x < depth ? 0 : (lines[here - depth] ?? 0);
      const above = y === 0 ? 0 : (lines[here - stride] ?? 0);
      const corner = x < depth || y === 0 ? 0 : (lines[here - stride - depth] ?? 0);
      lines[here] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, above, corner)) & 255;
    }
    for (let x = 0; x < width; x += 1) rgb.set(lines.subarray(y * stride + x * depth, y * stride + x * depth + 3), (y * width + x) * 3);
  }
  return { width, height, rgb };
};

type Colour = readonly [number, number, number];

/** The colours that count most, at most `most`: those met most often once near ones are taken together. */
const paletteOf = ({ rgb }: Pixels, most: number): readonly Colour[] => {
  const bins = new Map<number, { count: number; r: number; g: number; b: number }>();
  for (let at = 0; at < rgb.length; at += 3) {
    const [r = 0, g = 0, b = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    const bin = bins.get(key) ?? { count: 0, r: 0, g: 0, b: 0 };
    bins.set(key, { count: bin.count + 1, r: bin.r + r, g: bin.g + g, b: bin.b + b });
  }
  const kept = [...bins.values()].toSorted((one, other) => other.count - one.count).slice(0, most);
  return kept.map(({ count, r, g, b }) => [Math.round(r / count), Math.round(g / count), Math.round(b / count)]);
};

const nearest = (palette: readonly Colour[], r: number, g: number, b: number): number => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [rank, [red, green, blue]] of palette.entries()) {
    const distance = 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + 3 * (b - blue) ** 2;
    if (distance < least) [best, least] = [rank, distance];
  }
  return best;
};

const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** Writes a picture as a PNG of a few colours, which text and flat screens need no more of; the same picture always gives the same bytes. */
export const writeSmallPng = (picture: Pixels, most = 64): Buffer => {
  const { width, height, rgb } = picture;
  const palette = paletteOf(picture, most);
  const known = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const [r = 0, g = 0, b = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
      const key = (r << 16) | (g << 8) | b;
      const rank = known.get(key) ?? nearest(palette, r, g, b);
      known.set(key, rank);
      lines[y * (width + 1) + 1 + x] = rank;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const body = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', Uint8Array.from(palette.flat())), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
};
