import type { DatedException, ReceptionSettings } from '@shopbell/protocol'

/**
 * Marks the exceptions that are new or were changed with who did it and when; the others keep their marks, whatever was sent. The one
 * edited last wins on a date (SCH-08), so nobody may date an edit themselves.
 */
export function stampExceptions(
  next: ReceptionSettings,
  before: ReceptionSettings | null,
  { at, by }: { readonly at: number; readonly by: string },
): ReceptionSettings {
  const known = new Map(before?.exceptions.map((exception) => [exception.id, exception]))
  return {
    ...next,
    exceptions: next.exceptions.map((exception) => {
      const old = known.get(exception.id)
      return old !== undefined && saysTheSame(exception, old)
        ? { ...exception, editedAt: old.editedAt, editedBy: old.editedBy }
        : { ...exception, editedAt: at, editedBy: by }
    }),
  }
}

function saysTheSame(one: DatedException, other: DatedException): boolean {
  return inWords(one) === inWords(other)
}

function inWords({ name, from, through, robot, people }: DatedException): string {
  return JSON.stringify([name, from, through, robot, people].map(sorted))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
