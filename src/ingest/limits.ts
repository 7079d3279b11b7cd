/**
 * What one input may hold. A report is some thousand characters; these bounds are far above any
 * and keep a wrong path (a disk image, a database dump) from filling the memory.
 */
const MEGABYTE = 1_000_000;

/** Bytes of one `.txt` file. */
export const MAX_TEXT_FILE_BYTES = 32 * MEGABYTE;
/** Bytes of one HTML page. */
export const MAX_PAGE_BYTES = 16 * MEGABYTE;
/** Bytes of one feed, sitemap or news message: they are parsed whole. */
export const MAX_MARKUP_BYTES = 32 * MEGABYTE;
/** Bytes of one `.json` file, which has to be parsed whole. `.jsonl` files may be of any size. */
export const MAX_JSON_FILE_BYTES = 64 * MEGABYTE;
/** Bytes of one line of a `.jsonl` file. */
export const MAX_LINE_BYTES = 32 * MEGABYTE;
/** Bytes of a `.jsonl` file inside an archive, which is unpacked whole. */
export const MAX_UNPACKED_LINES_BYTES = 256 * MEGABYTE;
/** Bytes of a `.warc` file inside an archive, which is unpacked whole; others may be of any size. */
export const MAX_UNPACKED_WARC_BYTES = 256 * MEGABYTE;
/** Bytes of one record of a WARC: a page, with what its server said before it. */
export const MAX_RECORD_BYTES = MAX_PAGE_BYTES + MEGABYTE;
/** Bytes of a `.gz` file that is unpacked whole, as it lies. */
export const MAX_PACKED_BYTES = 256 * MEGABYTE;
/** Bytes of one `.zip` file. */
export const MAX_ZIP_BYTES = 1024 * MEGABYTE;
/** UTF-16 code units of one report's text. */
export const MAX_REPORT_CHARACTERS = 2 * MEGABYTE;

/** `32 MB`, `1.4 MB`, `900 bytes`: decimal units, as file managers show them. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < MEGABYTE) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = bytes / MEGABYTE;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
