/**
 * Files that are no text, told by their first bytes.
 * Source of the signatures: each format's specification; offsets are all zero.
 */
const SIGNATURES: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: "a PNG image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "a JPEG image", bytes: [0xff, 0xd8, 0xff] },
  { name: "a GIF image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: "a PDF document", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: "a ZIP archive or office document", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: "a ZIP archive or office document", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: "a gzip archive", bytes: [0x1f, 0x8b, 0x08] },
  { name: "a bzip2 archive", bytes: [0x42, 0x5a, 0x68, 0x39] },
  { name: "an XZ archive", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: "a 7-Zip archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: "a RAR archive", bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: "an old Office document", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: "an SQLite database", bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { name: "a program", bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { name: "RTF, a word processor's format", bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/** What the file is, in words, where its first bytes tell that it is no plain text; else null. */
export function signatureOf(bytes: Uint8Array): string | null {
  for (const { name, bytes: signature } of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return name;
  }
  return null;
}
