/**
 * How an exported program says whether a condition holds: the body of `when(condition, answers, world)` with `known`, the facts of extensions, as JavaScript that is
 * TypeScript too, for exports that must run without the engine. `conditionHolds` is what it says again; a test compares the two.
 */
export const WHEN_BODY = [
  'const { source, name, op, value: right } = condition',
  "const from = source === 'variable' ? answers : source === 'fact' ? known : world",
  'const key = from === world ? source : name',
  'const left = key === undefined ? null : (from[key] ?? null)',
  'switch (op) {',
  "  case 'answered':",
  '    return left !== null',
  "  case 'is':",
  '    return left === right',
  "  case 'isNot':",
  '    return left !== right',
  "  case 'oneOf':",
  "    return Array.isArray(right) && typeof left === 'string' && right.includes(left)",
  "  case 'includes':",
  "    return Array.isArray(left) && typeof right === 'string' && left.includes(right)",
  "  case 'atLeast':",
  "    return typeof left === 'number' && typeof right === 'number' && left >= right",
  "  case 'atMost':",
  "    return typeof left === 'number' && typeof right === 'number' && left <= right",
  "  case 'mentions':",
  "    if (typeof left !== 'string' || !Array.isArray(right)) return false",
  '    for (const keyword of right) {',
  "      const sought = keyword.normalize('NFKC').toLowerCase().trim()",
  "      if (sought !== '' && left.normalize('NFKC').toLowerCase().includes(sought)) return true",
  '    }',
  '    return false',
  "  case 'before':",
  '    return isDay(left) && isDay(right) && left < right',
  "  case 'after':",
  '    return isDay(left) && isDay(right) && left > right',
  '  default:',
  '    return false',
  '}',
] as const

/** The body of `isDay(value)`: whether it is a date of the calendar, `YYYY-MM-DD`. */
export const IS_DAY_BODY = [
  "if (typeof value !== 'string' || !/^\\d{4}-\\d{2}-\\d{2}$/.test(value)) return false",
  'const day = new Date(`${value}T00:00:00Z`)',
  'return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)',
] as const

/** Lines as they stand inside a block. */
export function indented(lines: readonly string[], by = '  '): string {
  return lines.map((line) => (line === '' ? line : `${by}${line}`)).join('\n')
}
