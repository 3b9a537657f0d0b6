// How large pictures are, so that the page knows before they are there.
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

/** The address and size of a picture. A size that nobody gave is read from the picture, where it is Masthead's. */
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
