/** What the process tells the shell. Stated in `--help`; stable. */
export const EXIT = {
  /** Everything was read. */
  ok: 0,
  /** An account was made, but some inputs had problems. */
  problems: 1,
  /** Nothing could be read or written, or the command was used wrongly. */
  failed: 2,
  /** Isnad itself failed: a fault to report. */
  fault: 3,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export const EXIT_CODES_HELP = `
Exit codes:
  0    all inputs were read
  1    an account was made, but some inputs had problems (listed on stderr)
  2    nothing could be read or written, or the command was used wrongly
  3    Isnad itself failed
  130  interrupted`;
