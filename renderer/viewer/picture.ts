import type { Book } from './book.ts';
import type { Source } from './source.ts';

const pointsPerPixel = 72 / 96;

/** Opens a picture as a book of one page; the browser stands it upright as its EXIF says. Null when it cannot be decoded. */
export async function openPicture(source: Source, title: string): Promise<Book | null> {
  const load = async (): Promise<HTMLImageElement> => {
    const image = new Image();
    image.alt = title;
    image.src = source.address;
    await image.decode();
    return image;
  };
  try {
    const { naturalWidth, naturalHeight } = await load();
    const size = { width: naturalWidth * pointsPerPixel, height: naturalHeight * pointsPerPixel };
    return {
      count: 1,
      first: size,
      hasText: false,
      words: async () => [],
      headings: async () => [],
      open: async () => ({
        size,
        async paint(scale, turn) {
          const image = await load();
          image.className = 'picture';
          image.style.width = `${size.width * scale}px`;
          image.style.height = `${size.height * scale}px`;
          image.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
          return image;
        },
        write: async () => ({ runs: [], nodes: [] }),
        release: () => undefined,
      }),
    };
  } catch {
    return null;
  }
}
