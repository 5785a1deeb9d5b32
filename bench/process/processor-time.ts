import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
const TICK_US = 10_000

interface Times {
  readonly parent: number
  /** Of the process itself, all threads. */
  readonly ownUs: number
  /** Of children that have ended. */
  readonly endedUs: number
}

/** Processor time a process has used so far, in microseconds: user and system, all its threads. */
export function processorUs(pid: number): number {
  return timesOf(pid)?.ownUs ?? 0
}

/** The same of a process with all its children, those that have ended included: a PostgreSQL, by the pid of its first process. */
export function familyProcessorUs(pid: number): number {
  const family = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), times: timesOf(Number(name)) }))
    .filter((one) => one.pid === pid || one.times?.parent === pid)
  const own = family.reduce((sum, { times }) => sum + (times?.ownUs ?? 0), 0)
  return own + (timesOf(pid)?.endedUs ?? 0)
}

export function parentOf(pid: number): number {
  const times = timesOf(pid)
  if (times === null) throw new Error(`There is no process ${String(pid)}.`)
  return times.parent
}

/** Memory of a process that is in RAM, in bytes. */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? []
  if (kilobytes === undefined) throw new Error(`The memory of process ${String(pid)} is unknown.`)
  return Number(kilobytes) * 1_024
}

/** proc(5): the fields after the name in brackets, which may itself hold anything. Null: the process is gone. */
function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = (place: number) => Number(fields[place - 3]) * TICK_US
    return { parent: Number(fields[1]), ownUs: ticks(14) + ticks(15), endedUs: ticks(16) + ticks(17) }
  } catch {
    return null
  }
}
