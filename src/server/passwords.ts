/** Passwords as scrypt hashes, each with its salt and the parameters that it was made with. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

interface Cost {
  /** A power of two. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * 32 MiB and about a quarter of a second; OWASP's Password Storage Cheat Sheet (2024) holds it equal
 * to N = 2^17, p = 1, which takes 128 MiB.
 */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Of the largest that is accepted from a row: bytes. */
const MOST_MEMORY = 256 << 20;

/** Worked on at a time; the machine has other work, and each takes its memory. */
const MOST_RUNNING = 2;
/** Who would wait longer than these is refused. */
const MOST_WAITING = 20;

export class Overloaded extends Error {}

export class PasswordHashes {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** For names that nobody has, so that their refusal takes as long. */
  private dummy: Promise<string> | null = null;

  constructor(private readonly cost: Cost = COST) {}

  /** @throws Overloaded */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const hash = await this.inTurn(() => derive(password, salt, this.cost, HASH_BYTES));
    const { N, r, p } = this.cost;
    return ["scrypt", N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$");
  }

  /**
   * @param kept null where there is no such user
   * @throws Overloaded
   */
  async fits(password: string, kept: string | null): Promise<boolean> {
    const { cost, salt, hash } = parsed(kept ?? (await (this.dummy ??= this.hash(""))));
    const made = await this.inTurn(() => derive(password, salt, cost, hash.length));
    return timingSafeEqual(made, hash) && kept !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= MOST_RUNNING) {
      if (this.waiting.length >= MOST_WAITING) throw new Overloaded("too many passwords at once");
      await new Promise<void>((go) => this.waiting.push(go));
    }
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }
}

function derive(
  password: string,
  salt: Buffer,
  { N, r, p }: Cost,
  length: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: MOST_MEMORY };
    scrypt(password.normalize("NFKC"), salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** @throws Error where it is no hash that `hash` made */
function parsed(kept: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [kind, N, r, p, salt, hash] = kept.split("$");
  if (kind !== "scrypt" || !salt || !hash) throw new Error("a password is kept in another form");
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
}
