import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem, type as systemType } from 'node:os'
import { join } from 'node:path'
import { median } from '../statistics.ts'

/** Where the figures come from, without which they mean nothing. */
export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryGB: number
  readonly system: string
  readonly node: string
  readonly postgres: string
  /** Median time of a small write with its fdatasync on the disk the databases are on, without any delay that was asked for. */
  readonly fdatasyncUs: number
  /** Processes that wanted a core, over the last minute before the bench; above 0.5 the figures are not worth much. */
  readonly loadBefore: number
}

export function describeMachine(postgres: string, loadBefore: number): Machine {
  const [first] = cpus()
  return {
    cores: cpus().length,
    processor: first?.model ?? 'unknown',
    memoryGB: Math.round(totalmem() / 1_024 ** 3),
    system: `${systemType()} ${release()}`,
    node: process.version,
    postgres,
    fdatasyncUs: Math.round(fdatasyncUs()),
    loadBefore,
  }
}

export function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10
}

const WRITES = 200

function fdatasyncUs(): number {
  const directory = mkdtempSync(join(tmpdir(), 'shopbell-bench-disk-'))
  const file = openSync(join(directory, 'probe'), 'w')
  const block = Buffer.alloc(8_192)
  const times = Array.from({ length: WRITES }, () => {
    const startedAt = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    return (performance.now() - startedAt) * 1_000
  })
  closeSync(file)
  rmSync(directory, { recursive: true })
  return median(times)
}
