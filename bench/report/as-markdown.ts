import { isReached, type Finding, type Table, type Target } from './finding.ts'

/** Findings as the tables of docs/performance.md. */
export function asMarkdown(findings: readonly Finding[]): string {
  const tables = findings.flatMap((finding) => finding.tables).map(tableLines)
  const targets = findings.flatMap((finding) => finding.targets)
  return [...tables, ...(targets.length > 0 ? [tableLines(targetTable(targets))] : [])]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function targetTable(targets: readonly Target[]): Table {
  return {
    title: 'Targets',
    columns: ['target', 'bound', 'measured', 'reached'],
    rows: targets.map((target) => [
      target.what,
      'atMost' in target.bound
        ? `≤ ${String(target.bound.atMost)} ${target.unit}`
        : `≥ ${String(target.bound.atLeast)} ${target.unit}`,
      `${shown(target.reached)} ${target.unit}`,
      isReached(target) ? 'yes' : '**no**',
    ]),
  }
}

function tableLines({ title, columns, rows }: Table): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `**${title}**`,
    '',
    line(columns),
    line(columns.map((_, place) => (place === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(row.map(shown))),
  ]
}

/** Three significant digits are more than two runs agree on. */
function shown(cell: string | number | null): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (Math.abs(cell) >= 1_000) return Math.round(cell).toLocaleString('en')
  return String(Number(cell.toPrecision(3)))
}
