// Sizes of pictures, so that the layout does not shift when they load.
import { inferRemoteSize } from "astro/assets/utils";
import { LRUCache } from "lru-cache";
import { pictureAddress } from "./addresses";
import { MASTHEAD_URL } from "./settings";

export interface Picture {
  src: string;
  width: number | null;
  height: number | null;
}

interface Sized {
  src: string;
  width?: number | null;
  height?: number | null;
}

type Size = Pick<Picture, "width" | "height">;

const UNKNOWN: Size = { width: null, height: null };
const sizes = new LRUCache<string, Promise<Size>>({ max: 500, ttl: 3_600_000 });

/** URL and size of a picture. A missing size is read from the picture itself if it comes from Masthead. */
export async function picture({ src, width, height }: Sized): Promise<Picture> {
  const address = pictureAddress(src);
  if (width && height) {
    return { src: address, width, height };
  }
  const isOurs = new URL(address).origin === MASTHEAD_URL.origin;
  return { src: address, ...(isOurs ? await measured(address) : UNKNOWN) };
}

function measured(address: string): Promise<Size> {
  const known = sizes.get(address);
  if (known) {
    return known;
  }
  const size = inferRemoteSize(address).then(
    ({ width, height }) => ({ width: Math.round(width), height: Math.round(height) }),
    () => {
      sizes.delete(address);
      return UNKNOWN;
    },
  );
  sizes.set(address, size);
  return size;
}
