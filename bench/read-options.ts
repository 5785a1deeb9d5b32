import { parseArgs } from 'node:util'

/** What the bench was asked for. */
export interface Options {
  /** Names of measures; empty: all. */
  readonly only: readonly string[]
  readonly quick: boolean
  readonly fsyncDelayMs: number
  /** Whether the tables go into docs/performance.md. */
  readonly publish: boolean
}

/** Reads the command line; returns a sentence where it makes no sense. */
export function readOptions(args: readonly string[], known: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        quick: { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        'fsync-delay': { type: 'string', default: '0' },
      },
    })
    const only = values.only.flatMap((names) => names.split(','))
    const unknown = only.filter((name) => !known.includes(name))
    if (unknown.length > 0)
      return `There is no measure ${unknown.join(', ')}: choose from ${known.join(', ')}.`
    const fsyncDelayMs = Number(values['fsync-delay'])
    if (!(fsyncDelayMs >= 0 && fsyncDelayMs <= 100)) return '--fsync-delay is milliseconds from 0 to 100.'
    if (values.publish && (values.quick || only.length > 0))
      return '--publish is for a full run of all measures.'
    return { only, quick: values.quick, fsyncDelayMs, publish: values.publish }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
