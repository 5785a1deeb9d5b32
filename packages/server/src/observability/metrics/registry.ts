/** Values by name and label, as Prometheus reads them (text format 0.0.4). */
export interface Registry {
  /** A number that only grows. Labels have few values: codes and kinds, never anything of a buyer. */
  readonly counter: (name: string, help: string, label?: string) => Counter
  /** Numbers that are read when they are asked for, by the value of the label; without a label under ''. */
  readonly gauge: (
    name: string,
    help: string,
    read: () => Readonly<Record<string, number>> | number,
    label?: string,
  ) => void
  /** How often a measured value was at most each of these bounds, which ascend. */
  readonly histogram: (name: string, help: string, bounds: readonly number[]) => Histogram
  readonly text: () => string
}

export interface Counter {
  /** Adds `by`, else one, under this value of the label. */
  readonly add: (labelled?: string, by?: number) => void
}

export interface Histogram {
  readonly observe: (value: number) => void
}

/** Values of one label; what comes after these is counted as `other`, so that a mistake cannot fill the memory. */
const MAX_LABELLED = 200

export function createRegistry(): Registry {
  const families: (() => readonly string[])[] = []

  function family(name: string, help: string, type: string, lines: () => readonly string[]): void {
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines()])
  }

  return {
    counter: (name, help, label) => {
      const values = new Map<string, number>(label === undefined ? [['', 0]] : [])
      family(name, help, 'counter', () => sampleLines(name, label, values))
      return {
        add: (labelled = '', by = 1) => {
          const key = values.has(labelled) || values.size < MAX_LABELLED ? labelled : 'other'
          values.set(key, (values.get(key) ?? 0) + by)
        },
      }
    },
    gauge: (name, help, read, label) => {
      family(name, help, 'gauge', () => {
        const value = read()
        const values = typeof value === 'number' ? [['', value] as const] : Object.entries(value)
        return sampleLines(name, label, values)
      })
    },
    histogram: (name, help, bounds) => {
      const counts = bounds.map(() => 0)
      let sum = 0
      let count = 0
      family(name, help, 'histogram', () => [
        ...bounds.map(
          (bound, place) => `${name}_bucket{le="${String(bound)}"} ${String(counts[place] ?? 0)}`,
        ),
        `${name}_bucket{le="+Inf"} ${String(count)}`,
        `${name}_sum ${String(sum)}`,
        `${name}_count ${String(count)}`,
      ])
      return {
        observe: (value) => {
          sum += value
          count += 1
          // Each bucket holds all that is at most its bound.
          bounds.forEach((bound, place) => {
            if (value <= bound) counts[place] = (counts[place] ?? 0) + 1
          })
        },
      }
    },
    text: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  }
}

function sampleLines(
  name: string,
  label: string | undefined,
  values: Iterable<readonly [string, number]>,
): readonly string[] {
  return [...values].map(([labelled, value]) =>
    label === undefined
      ? `${name} ${String(value)}`
      : `${name}{${label}="${labelled.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"} ${String(value)}`,
  )
}
