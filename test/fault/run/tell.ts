import type { Fault } from './fault.ts'
import { countBroken, type Verdict } from './verdict.ts'

/** One block in one line, for whoever waits. */
export function tellBlock(verdict: Verdict): string {
  const { fault, seed, rounds, acknowledged, violations, complaints, notes } = verdict
  const broken = countBroken(verdict)
  const judged = broken === 0 ? 'all promises kept' : `${String(broken)} BROKEN PROMISES`
  const line = `${fault} seed ${String(seed)}: ${String(rounds)} rounds, ${String(acknowledged)} acknowledged, ${judged}`
  const first = violations.slice(0, 5).map(({ invariant, what }) => `\n    ${invariant}: ${what}`)
  return [line, ...notes].join('; ') + [...first, ...complaints.map((what) => `\n    ${what}`)].join('')
}

const COLUMNS = [
  'fault',
  'rounds',
  'sends',
  'acknowledged',
  'told twice',
  'timers',
  'lost',
  'doubled',
  'out of order',
  'recovery p50 / max',
  'first seed',
] as const

/** The table of docs/reliability.md. `told twice`: messages that were stored, and whose sender had to ask again. */
export function tellTable(faults: readonly Fault[], verdicts: readonly Verdict[]): string {
  const rows = faults.flatMap((fault) => {
    const own = verdicts.filter(({ fault: id }) => id === fault.id)
    return own.length === 0 ? [] : [rowOf(fault, own)]
  })
  const lines = [[...COLUMNS], COLUMNS.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rowOf(fault: Fault, own: readonly Verdict[]): readonly string[] {
  const sum = (of: (verdict: Verdict) => number) => own.reduce((total, verdict) => total + of(verdict), 0)
  const broken = (...invariants: readonly string[]) =>
    sum(({ violations }) => violations.filter(({ invariant }) => invariants.includes(invariant)).length)
  const recoveries = own.flatMap(({ recoveriesMs }) => recoveriesMs).sort((a, b) => a - b)
  const counts = [
    sum(({ rounds }) => rounds),
    sum(({ sent }) => sent),
    sum(({ acknowledged }) => acknowledged),
    sum(({ betweenCommitAndAnswer }) => betweenCommitAndAnswer),
    sum(({ timersFired }) => timersFired),
    broken('I1', 'I7', 'I10'),
    broken('I2', 'I8', 'I9'),
    broken('I3', 'I4', 'I5', 'I6'),
  ].map((count) => count.toLocaleString('en'))
  const at = (share: number) => seconds(recoveries[Math.floor((recoveries.length - 1) * share)])
  const recovery = recoveries.length === 0 ? '–' : `${at(0.5)} / ${at(1)} s`
  return [`${fault.id} ${fault.title}`, ...counts, recovery, String(own[0]?.seed)]
}

function seconds(ms = 0): string {
  return (ms / 1_000).toFixed(2)
}
