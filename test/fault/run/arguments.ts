import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Size, SIZES } from './fault.ts'

export interface FaultArguments {
  readonly size: Size
  /** Rounds of each fault instead of the size's. */
  readonly rounds: number | null
  readonly only: readonly string[]
  readonly seed: number
  readonly sensitivity: boolean
  /** A saved history to judge again. */
  readonly check: string | null
}

export const USAGE = `npm run fault -- [--rounds short|nightly|<number>] [--only F1,F2] [--seed <number>]
npm run fault -- --sensitivity     breaks the server in eight ways; each has to be found out
npm run fault -- --check <file>    judges a saved history again`

/** Reads the command line; throws a sentence that says what is wrong with it. */
export function readArguments(args: readonly string[]): FaultArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: 'short' },
      only: { type: 'string', default: '' },
      seed: { type: 'string' },
      sensitivity: { type: 'boolean', default: false },
      check: { type: 'string' },
    },
  })
  const size = SIZES.find((one) => one === values.rounds)
  const rounds = size === undefined ? Number(values.rounds) : null
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0)) {
    throw new Error(`--rounds is short, nightly or a number, and not ${values.rounds}.`)
  }
  const seed = values.seed === undefined ? randomInt(1, 1_000_000) : Number(values.seed)
  if (!Number.isInteger(seed)) throw new Error(`--seed is a whole number, and not ${String(values.seed)}.`)
  return {
    size: size ?? 'short',
    rounds,
    only: values.only.split(',').filter((id) => id !== ''),
    seed,
    sensitivity: values.sensitivity,
    check: values.check ?? null,
  }
}
