/** How the process ends; scripts and CI read it, so a number never changes its meaning. */
export const EXIT = {
  OK: 0,
  /** The flow has errors. */
  PROBLEMS: 1,
  /** The command line is wrong, or a file cannot be read or written. */
  USAGE: 2,
  /** The server answered, and refused. */
  REFUSED: 3,
  /** No server answered. */
  UNREACHABLE: 4,
} as const

/** The name of a code, as the reasons for a failure begin with it. */
export function nameOfExit(code: ExitCode): string {
  return Object.entries(EXIT).find(([, one]) => one === code)?.[0] ?? String(code)
}

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
