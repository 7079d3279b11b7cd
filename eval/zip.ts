/** The files of a zip archive of a data set. */
import { unzipSync } from "fflate";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** @throws where it is no archive, or an entry is packed by another method than deflate */
export function readZip(archive: Uint8Array): readonly ZipEntry[] {
  return Object.entries(unzipSync(archive)).map(([name, bytes]) => ({
    name,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }));
}
