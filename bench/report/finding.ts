/** What a measure has found. */
export interface Finding {
  readonly tables: readonly Table[]
  readonly targets: readonly Target[]
}

/** Figures side by side; the first column names the row. Numbers are rounded only where they are shown. */
export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Something the project has promised to reach, as a number and its bound. */
export interface Target {
  readonly what: string
  readonly reached: number
  readonly bound: { readonly atMost: number } | { readonly atLeast: number }
  readonly unit: '×' | '%' | 'µs' | 'ms' | 'KB' | 'MB' | 'queries'
}

export function isReached({ reached, bound }: Target): boolean {
  return 'atMost' in bound ? reached <= bound.atMost : reached >= bound.atLeast
}
