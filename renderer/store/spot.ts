import { z } from 'zod';

const shape = z.strictObject({
  kind: z.literal('spot'),
  page: z.number().int().min(1).max(1_000_000),
  zoom: z.union([z.enum(['width', 'page']), z.number().min(0.25).max(4)]),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
/** Where a piece is read: its page, how large and how turned. */
export type Spot = Omit<z.infer<typeof shape>, 'kind'>;

const spots = new Map<string, Spot>();

/** What the reader's frame says, once it is sure that the reader says it; null when it is anything else. */
export const readSpot = (message: unknown): Spot | null => {
  const read = shape.safeParse(message);
  if (!read.success) return null;
  const { page, zoom, turn } = read.data;
  return { page, zoom, turn };
};

/** Keeps where a document is read, under the name its screen gives it, as long as the window stays open: nothing of it goes to the disk. */
export const keepSpot = (document: string, spot: Spot): void => void spots.set(document, spot);

/** Where a document was left, if it was read. */
export const spotOf = (document: string): Spot | undefined => spots.get(document);
